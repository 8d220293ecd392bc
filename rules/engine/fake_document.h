#ifndef CLAIMCHECK_RULES_ENGINE_FAKE_DOCUMENT_H_
#define CLAIMCHECK_RULES_ENGINE_FAKE_DOCUMENT_H_

#include <initializer_list>
#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

// A document whose mentions and claims are put in by hand, so that rules can be
// tested without the finders.  The words given are looked for in the text; what
// is added is found again by its name or words.
//
//   FakeDocument doc("a", "Lindt arrived in Nairobi on 18 June 2024.");
//   doc.AddDay("18 June 2024", 2024, 6, 18);
//   doc.AddEvent("arrived", "arrive", {.agents = ..., ...});
class FakeDocument {
 public:
  FakeDocument(const std::string& id, const std::string& text);
  FakeDocument(const FakeDocument&) = delete;
  FakeDocument& operator=(const FakeDocument&) = delete;

  // Where `words` stand, from byte `from` on; ends the test when they do not.
  Span Find(absl::string_view words, uint32_t from = 0) const;
  TokenRange Tokens(Span span) const;

  // Each returns the index of the new entry.
  uint32_t AddDay(absl::string_view words, int year, int month, int day);
  uint32_t AddYear(absl::string_view words, int year);
  uint32_t AddDuration(absl::string_view words, int64_t amount, Grain unit);
  uint32_t AddCount(absl::string_view words, int64_t value,
                    absl::string_view counted,
                    HedgeKind hedge = HedgeKind::kNone);
  uint32_t AddAmount(absl::string_view words, QuantityKind kind,
                     absl::string_view decimal, absl::string_view unit,
                     absl::string_view dimension,
                     ChangeKind change = ChangeKind::kNone);
  // One entity a key; its first mention names it.
  uint32_t AddName(absl::string_view words, NameType type,
                   const std::string& key, uint32_t from = 0);
  uint32_t AddQuote(absl::string_view words, uint32_t attribution = kNone);
  uint32_t AddAttribution(absl::string_view content, absl::string_view speaker,
                          uint32_t speaker_entity,
                          AttributionKind kind = AttributionKind::kReported,
                          Stance stance = Stance::kAsserts);
  Event& AddEvent(absl::string_view trigger, absl::string_view cls);

  // A claim of `kind` at `words`, called `name`.  Set its parts on the result.
  ClaimRecord& AddClaim(const std::string& name, ClaimKind kind,
                        absl::string_view words);
  uint32_t claim(const std::string& name) const;
  bool has_claim(const std::string& name) const;
  uint32_t last_event() const {
    return static_cast<uint32_t>(doc_.events.size() - 1);
  }

  DocumentAnalysis& doc() { return doc_; }
  const DocumentAnalysis& doc() const { return doc_; }

 private:
  TimeMention& AddTime(absl::string_view words);
  QuantityMention& AddQuantity(absl::string_view words);
  uint32_t SentenceOf(Span span) const;

  std::string text_;
  DocumentAnalysis doc_;
  std::map<std::string, uint32_t> claims_;
  std::map<std::string, uint32_t> entities_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_FAKE_DOCUMENT_H_
