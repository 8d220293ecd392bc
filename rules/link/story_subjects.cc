#include "rules/link/story_subjects.h"

#include <algorithm>

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

}  // namespace claimcheck
