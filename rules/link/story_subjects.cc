#include "rules/link/story_subjects.h"

#include <algorithm>

#include "rules/link/sorted_ids.h"

namespace claimcheck {
namespace {

Subjects ReadSubjects(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  Subjects read;
  for (const NameMention& name : doc.names) {
    if (name.entity == kNone || (doc.entities[name.entity].mentions <= 1 &&
                                 !story.InLead({d, name.sentence}))) {
      continue;
    }
    const uint32_t subject = story.corpus().GlobalEntity(d, name.entity);
    read.all.push_back(subject);
    if (doc.entities[name.entity].type != NameType::kPlace) {
      read.no_places.push_back(subject);
    }
  }
  std::sort(read.all.begin(), read.all.end());
  std::sort(read.no_places.begin(), read.no_places.end());
  return read;
}

}  // namespace

const Subjects& SubjectsOfText(StoryContext* story, uint32_t d) {
  return story->Once<Subjects>(d, [&] { return ReadSubjects(*story, d); });
}

bool NamesAny(const StoryContext& story, uint32_t d,
              absl::Span<const uint32_t> entities) {
  const std::vector<NameMention>& names = story.document(d).names;
  return std::any_of(names.begin(), names.end(), [&](const NameMention& name) {
    return name.entity != kNone && name.form == NameMention::kName &&
           std::binary_search(entities.begin(), entities.end(),
                              story.corpus().GlobalEntity(d, name.entity));
  });
}

bool OneSubject(StoryContext* story, const StoryPair& pair, bool places) {
  const auto of = [&](uint32_t d) -> const std::vector<uint32_t>& {
    const Subjects& read = SubjectsOfText(story, d);
    return places ? read.all : read.no_places;
  };
  const std::vector<uint32_t>& left = of(pair.left);
  const std::vector<uint32_t>& right = of(pair.right);
  return Meet(left, right) ||
         (places && (NamesAny(*story, pair.right, left) ||
                     NamesAny(*story, pair.left, right)));
}

bool OtherOwners(StoryContext* story, const StoryPair& pair) {
  const auto owners = [&](uint32_t d) {
    std::vector<uint32_t> ids = SubjectsOfText(story, d).no_places;
    ids.erase(std::remove_if(ids.begin(), ids.end(),
                             [&](uint32_t id) {
                               return id == kNone ||
                                      story->corpus().EntityType(id) !=
                                          NameType::kOrganisation;
                             }),
              ids.end());
    return ids;
  };
  const std::vector<uint32_t> left = owners(pair.left);
  const std::vector<uint32_t> right = owners(pair.right);
  return Disjoint(left, right);
}

}  // namespace claimcheck
