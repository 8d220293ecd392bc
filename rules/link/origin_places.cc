#include "rules/link/origin_places.h"

#include <algorithm>
#include <initializer_list>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/time_value.h"
#include "rules/link/countries.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// Tokens from "born" to "in".
constexpr uint32_t kBornReach = 8;

class PlaceReader {
 public:
  explicit PlaceReader(OriginText* text) : text_(*text), doc_(text->doc()) {}

  void Read(uint32_t s) {
    const TokenRange tokens = doc_.text.sentences[s].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      static constexpr uint32_t kBornWord = WordHash("born", 4);
      if (doc_.text.tokens[t].word == kBornWord) {
        ReadBorn(s, tokens, t);
      } else if ((Word(t) == "grew" || Word(t) == "native") && t + 3 < tokens.end) {
        ReadRaised(s, tokens, t);
      } else if (Word(t) == "based" || Word(t) == "headquartered") {
        ReadBased(s, tokens, t);
      }
    }
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (text_.TypeOf(name) == NameType::kPerson && name.form == NameMention::kName) {
        ReadSeat(s, tokens, name);
      }
    }
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // "Born in Bath", "the Bristol-born actress".
  void ReadBorn(uint32_t s, TokenRange sentence, uint32_t born) {
    const bool joined = born > sentence.begin + 1 && doc_.text.IsChar(born - 1, '-');
    if (joined && doc_.lex.Has(born - 2, Lex::kDemonym)) {
      const uint32_t who = OfJoined(s, born - 2, born);
      if (who == kNone) return;
      text_.Add(s, OriginKind::kBorn, {who}, kNone, 0, doc_.text.SpanOf({born - 2, born + 1}))
          ->nation = NationOf(doc_, born - 2);
      return;
    }
    for (uint32_t n = 0; n < doc_.names.size(); ++n) {
      const NameMention& name = doc_.names[n];
      if (name.sentence != s || name.form != NameMention::kName || name.entity == kNone) {
        continue;
      }
      if (joined ? name.tokens.end + 1 != born : !LeadsTo(born, name.tokens.begin)) {
        continue;
      }
      const uint32_t who = joined ? OfJoined(s, name.tokens.begin, born)
                                  : OfVerb(s, sentence, born, name.tokens.end);
      if (who == kNone) return;
      text_.Add(s, OriginKind::kBorn, {who}, n, 0, doc_.text.tokens[born].span.Hull(name.span));
      break;
    }
    // "Born in 1961", "born on 3 May 1961".
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      if (joined || !time.value.year_written || time.value.grain > Grain::kYear ||
          time.tokens.begin <= born || time.tokens.begin > born + 2 || !YearOfOrigin(time) ||
          !time.value.mod.empty()) {
        continue;
      }
      const uint32_t who = OfVerb(s, sentence, born, time.tokens.end);
      if (who == kNone) return;
      text_.Add(s, OriginKind::kBornYear, {who}, kNone, *YearOfOrigin(time),
                doc_.text.tokens[born].span.Hull(time.span));
    }
  }
  bool LeadsTo(uint32_t born, uint32_t place) const {
    if (place <= born + 1 || place > born + kBornReach || Word(place - 1) != "in") {
      return false;
    }
    for (uint32_t t = born + 1; t + 1 < place; ++t) {
      // "In 1961 in Arlen", not "to a nurse in Arlen".
      if (!IsOneOf(Word(t), {"in", "on", "and", "raised", "brought", "up", ",", "bred"}) &&
          !doc_.lex.Has(t, Lex::kMonth) && doc_.text.tokens[t].kind != TokenKind::kNumber) {
        return false;
      }
    }
    return true;
  }
  // Of whom it is said: "Ada Lind, 27, who was born", "she was born", "born in Arlen, Lind";
  // not "his wife, who was born".
  uint32_t OfVerb(uint32_t s, TokenRange sentence, uint32_t born, uint32_t end) const {
    uint32_t t = born;
    while (t > sentence.begin &&
           (IsOneOf(Word(t - 1), {"was", "is", "who", "has", "been", ",", "also",
                                  "originally", "himself", "herself", "a", "and", "(", "were"}) ||
            doc_.text.tokens[t - 1].kind == TokenKind::kNumber)) {
      --t;
    }
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.entity == kNone || !MayBePerson(text_.TypeOf(name)) ||
          IsOneOf(Word(name.tokens.begin), {"his", "her", "their", "its"})) {
        continue;
      }
      // At the beginning: the next name.
      if (t == sentence.begin ? name.form == NameMention::kName && name.tokens.begin > end &&
                                    name.tokens.begin <= end + 4
                              : name.tokens.end == t || name.phrase.end == t) {
        return text_.Global(name.entity);
      }
    }
    return kNone;
  }
  // "Grew up in Bath", "a native of Bath".
  void ReadRaised(uint32_t s, TokenRange sentence, uint32_t t) {
    const bool native = Word(t) == "native" && Word(t + 1) == "of";
    if (!native && !(Word(t + 1) == "up" && Word(t + 2) == "in")) return;
    const uint32_t place = native ? t + 2 : t + 3;
    for (uint32_t n = 0; n < doc_.names.size(); ++n) {
      const NameMention& name = doc_.names[n];
      if (name.sentence != s || name.tokens.begin != place ||
          name.form != NameMention::kName || name.entity == kNone) {
        continue;
      }
      const uint32_t who = OfVerb(s, sentence, t, name.tokens.end);
      if (who == kNone) return;
      text_.Add(s, native ? OriginKind::kBorn : OriginKind::kGrewUp, {who}, n, 0,
                doc_.text.tokens[t].span.Hull(name.span));
      return;
    }
  }
  // "Orla, based in Arlen,", "Arlen-based Orla", "Orla, which is based in Arlen".
  void ReadBased(uint32_t s, TokenRange sentence, uint32_t based) {
    const bool joined = based > sentence.begin + 1 && doc_.text.IsChar(based - 1, '-');
    if (!joined && (based + 2 >= sentence.end || Word(based + 1) != "in")) return;
    uint32_t t = based;
    while (!joined && t > sentence.begin &&
           IsOneOf(Word(t - 1), {",", "is", "was", "which"})) {
      --t;
    }
    uint32_t place = kNone, firm = kNone;
    for (uint32_t n = 0; n < doc_.names.size(); ++n) {
      const NameMention& name = doc_.names[n];
      if (name.sentence != s || name.form != NameMention::kName || name.entity == kNone) {
        continue;
      }
      if (joined ? name.tokens.end + 1 == based : name.tokens.begin == based + 2) place = n;
      if ((joined ? name.tokens.begin == based + 1 : name.tokens.end == t) &&
          text_.TypeOf(name) != NameType::kPlace) {
        firm = name.entity;
      }
    }
    if (place == kNone || firm == kNone) return;
    text_.Add(s, OriginKind::kBased, {text_.Global(firm)}, place, 0,
              doc_.text.tokens[based].span.Hull(doc_.names[place].span));
  }
  // "Sen. Ada Lind of Texas", "Ada Lind, R-Texas,", "Ada Lind, a Republican from Texas",
  // "Texas Gov. Ada Lind".
  void ReadSeat(uint32_t s, TokenRange sentence, const NameMention& name) {
    constexpr uint32_t kMostBetween = 6;
    const auto title_in = [&](uint32_t begin, uint32_t end) {
      for (uint32_t t = begin; t < end; ++t) {
        if (words::kSeatTitles.Contains(doc_.text.tokens[t].word)) return true;
      }
      return false;
    };
    const bool titled = title_in(name.phrase.begin, name.tokens.begin);
    uint32_t region = kNone;
    for (uint32_t t = name.phrase.begin; titled && t < name.tokens.begin; ++t) {
      if (doc_.lex.Has(t, Lex::kRegion)) region = t;
    }
    const uint32_t behind = name.tokens.end;
    if (titled && behind + 1 < sentence.end && Word(behind) == "of" &&
        doc_.lex.Has(behind + 1, Lex::kRegion)) {
      region = behind + 1;
    }
    if (behind + 3 < sentence.end &&
        (doc_.text.IsChar(behind, ',') || doc_.text.IsChar(behind, '('))) {
      const uint32_t end = std::min(sentence.end, behind + 1 + kMostBetween);
      if (IsOneOf(Word(behind + 1), {"r", "d"}) && doc_.text.IsChar(behind + 2, '-') &&
          doc_.lex.Has(behind + 3, Lex::kRegion)) {
        region = behind + 3;
      }
      for (uint32_t t = behind + 1; t < end && !doc_.text.IsChar(t, ','); ++t) {
        if (doc_.lex.Has(t, Lex::kRegion) && IsOneOf(Word(t - 1), {"from", "of"}) &&
            title_in(behind + 1, t)) {
          region = t;
        }
      }
    }
    if (region == kNone) return;
    text_.Add(s, OriginKind::kSeat, {text_.Global(name.entity)}, kNone, 0,
              name.span.Hull(doc_.text.tokens[region].span))
        ->nation = doc_.lex.Find(region, Lex::kRegion)->entry->id;
  }
  // "The Bristol-born actress Ada Lind", "Ada Lind, a Bristol-born actress", and with
  // "the" alone whom the text is about.
  uint32_t OfJoined(uint32_t s, uint32_t place, uint32_t born) const {
    constexpr uint32_t kReach = 6;
    uint32_t before = kNone;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (!MayBePerson(text_.TypeOf(name)) || name.form != NameMention::kName) continue;
      if (name.tokens.begin > born && name.tokens.begin <= born + kReach) {
        bool comma = false;
        for (uint32_t t = born; t < name.tokens.begin; ++t) {
          comma |= doc_.text.IsChar(t, ',') || Word(t) == "'s" || Word(t) == "and";
        }
        if (!comma) return text_.Global(name.entity);
      }
      if (name.tokens.end < place && name.tokens.end + 4 >= place) before = name.entity;
    }
    if (before != kNone) return text_.Global(before);
    const bool the = place > 0 && Word(place - 1) == "the";
    const uint32_t most = the ? text_.MostNamed(/*persons=*/true) : kNone;
    return most == kNone ? kNone : text_.Global(most);
  }

  OriginText& text_;
  const DocumentAnalysis& doc_;
};

}  // namespace

void ReadOriginPlaces(uint32_t sentence, OriginText* text) {
  PlaceReader(text).Read(sentence);
}

}  // namespace claimcheck
