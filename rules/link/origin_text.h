#ifndef CLAIMCHECK_RULES_LINK_ORIGIN_TEXT_H_
#define CLAIMCHECK_RULES_LINK_ORIGIN_TEXT_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/text/span.h"
#include "rules/link/story_context.h"
#include "rules/link/told_origins.h"

namespace claimcheck {

// A person, or a name of which nothing tells what it is.
inline bool MayBePerson(NameType type) {
  return type == NameType::kPerson || type == NameType::kUnknown;
}

// A text whose sentences are read for origins, and those that were found so far.
class OriginText {
 public:
  OriginText(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  const DocumentAnalysis& doc() const { return doc_; }
  const DraftWords& words() const { return story_.words(d_); }
  // Of publication, as StoryContext has it.
  std::optional<int64_t> Day() const { return story_.Day(d_); }

  // The corpus-wide id.
  uint32_t Global(uint32_t entity) const {
    return story_.corpus().GlobalEntity(d_, entity);
  }
  NameType TypeOf(const NameMention& name) const {
    return name.entity == kNone ? NameType::kUnknown : doc_.entities[name.entity].type;
  }
  // Of whom, or of what firm, the text speaks more than of any other; kNone: of two.
  uint32_t MostNamed(bool persons) const;

  // Returns what is added; null: it is of nobody.
  Origin* Add(uint32_t s, OriginKind fact, std::vector<uint32_t> of, uint32_t place,
              int32_t year, Span span);
  std::vector<Origin> Take() { return std::move(found_); }

 private:
  uint32_t MostNamed(NameType type) const;

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  std::vector<Origin> found_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ORIGIN_TEXT_H_
