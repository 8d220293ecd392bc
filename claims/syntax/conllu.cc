#include "claims/syntax/conllu.h"

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace claimcheck {
namespace syntax {
namespace {

// The mentions that are open while a sentence is read.
struct OpenEntity {
  std::string id;
  TreebankEntity entity;
};

// One `Entity=` value: "(12-person-...-2-coref(13-place-...)12)".  The third
// number from the left after the type and its status is the head, counted from
// the mention's first word.
void ReadEntities(absl::string_view value, int word,
                  std::vector<OpenEntity>* open, TreebankSentence* sentence) {
  size_t at = 0;
  while (at < value.size()) {
    if (value[at] == '(') {
      size_t end = at + 1;
      while (end < value.size() && value[end] != '(' && value[end] != ')')
        ++end;
      const std::vector<absl::string_view> parts =
          absl::StrSplit(value.substr(at + 1, end - at - 1), '-');
      OpenEntity entity;
      if (parts.size() > 1) {
        entity.id = std::string(parts[0]);
        entity.entity.type = std::string(parts[1]);
        entity.entity.begin = word;
        entity.entity.head = word;
        // id-type-infstat-salience-centering-minspan-link: "2,4" is a list.
        int head = 1;
        if (parts.size() > 5) {
          const absl::string_view first =
              parts[5].substr(0, parts[5].find(','));
          if (!absl::SimpleAtoi(first, &head)) head = 1;
        }
        entity.entity.head = word + head - 1;
        open->push_back(entity);
      }
      if (end < value.size() && value[end] == ')') {
        // Opened and closed on one word.
        if (parts.size() > 1) {
          open->back().entity.end = word + 1;
          sentence->entities.push_back(open->back().entity);
          open->pop_back();
        }
        ++end;
      }
      at = end;
    } else {
      size_t end = value.find(')', at);
      if (end == absl::string_view::npos) end = value.size();
      const absl::string_view id = value.substr(at, end - at);
      for (size_t i = open->size(); i-- > 0;) {
        if ((*open)[i].id != id) continue;
        (*open)[i].entity.end = word + 1;
        sentence->entities.push_back((*open)[i].entity);
        open->erase(open->begin() + i);
        break;
      }
      at = end + 1;
    }
  }
}

}  // namespace

std::vector<TreebankSentence> ReadConllu(absl::string_view bytes) {
  std::vector<TreebankSentence> sentences;
  TreebankSentence sentence;
  std::vector<OpenEntity> open;
  std::string document;
  for (absl::string_view line : absl::StrSplit(bytes, '\n')) {
    if (absl::EndsWith(line, "\r")) line.remove_suffix(1);
    if (line.empty()) {
      sentence.document = document;
      if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
      sentence = {};
      open.clear();
      continue;
    }
    if (line[0] == '#') {
      if (absl::StartsWith(line, "# newdoc id = ")) {
        document = std::string(line.substr(14));
      } else if (absl::StartsWith(line, "# text = ")) {
        sentence.text = std::string(line.substr(9));
      }
      continue;
    }
    const std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
    int id = 0, head = 0;
    if (fields.size() < 10 || !absl::SimpleAtoi(fields[0], &id) ||
        !absl::SimpleAtoi(fields[6], &head)) {
      // "1-2": the space after the range is the space after its last word.
      continue;
    }
    TreebankWord word;
    word.form = std::string(fields[1]);
    word.upos = ParseUpos(fields[3]);
    word.xpos = ParseXpos(fields[4]);
    word.head = head - 1;
    word.relation = ParseRelation(fields[7]);
    const int index = static_cast<int>(sentence.words.size());
    for (absl::string_view item : absl::StrSplit(fields[9], '|')) {
      if (item == "SpaceAfter=No") word.space_after = false;
      if (absl::StartsWith(item, "Entity=")) {
        ReadEntities(item.substr(7), index, &open, &sentence);
      }
    }
    sentence.words.push_back(std::move(word));
  }
  sentence.document = document;
  if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
  return sentences;
}

}  // namespace syntax
}  // namespace claimcheck
