// What belongs together in a source and is paired otherwise in a draft: the years of
// two figures, somebody and his place in a row, somebody and whose kin he is.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/draft_reader.h"

namespace claimcheck {
namespace {

// What is told of one of two values ends at such a word or at a comma.
constexpr absl::string_view kJoints[] = {"and",  "but",     "while", "after",
                                         "from", "against", "compared",
                                         "with", "whereas"};
// Where a name's description stands from it, in tokens.
constexpr uint32_t kDescriptionReach = 6;

bool IsJoint(const TokenizedText& text, uint32_t t) {
  return text.IsChar(t, ',') || text.IsChar(t, ';') ||
         std::find(std::begin(kJoints), std::end(kJoints), text.Folded(t)) !=
             std::end(kJoints);
}

bool IsMark(const TokenizedText& text, uint32_t t) {
  return text.IsChar(t, ',') || text.IsChar(t, ';');
}

// The parts of a sentence that tell of two of its units, cut at the first joint
// behind the first of them; empty: there is none between them.
struct TwoParts {
  TokenRange of_first;
  TokenRange of_second;
};

TwoParts PartsOf(const TokenizedText& text, TokenRange sentence,
                 TokenRange first, TokenRange second) {
  TwoParts parts;
  uint32_t joint = first.end;
  while (joint < second.begin && !IsJoint(text, joint)) ++joint;
  if (joint == second.begin) return parts;
  uint32_t begin = first.begin, end = second.end;
  while (begin > sentence.begin && !IsMark(text, begin - 1)) --begin;
  while (end < sentence.end && !IsMark(text, end)) ++end;
  parts.of_first = {begin, joint};
  parts.of_second = {joint, end};
  return parts;
}

}  // namespace

void DraftReader::FindCrossed(uint32_t unit, Detail* detail) const {
  const SentenceUnit& mine = here_.units[unit];
  if (detail->clean || mine.kind != SentenceUnit::kAmount ||
      values_.PlacesOf(doc(), mine.mention, 2).size() != 1) {
    return;
  }
  for (const UnitSentence& sentence : near_) {
    const uint32_t d = sentence.at.document;
    const DocumentAnalysis& source = sources_.document(d);
    const TokenRange tokens = sources_.Tokens(sentence.at);
    for (const SentenceUnit& own : sentence.units) {
      if (own.kind != mine.kind ||
          UnitSupport(sources_, draft_.document, mine, d, own) == 0) {
        continue;
      }
      for (const SentenceUnit& other : sentence.units) {
        if (!ValuesDiffer(doc(), mine, source, other) ||
            DraftHasValue(d, other)) {
          continue;
        }
        const bool first = own.tokens.begin < other.tokens.begin;
        const TwoParts parts =
            PartsOf(source.text, tokens, first ? own.tokens : other.tokens,
                    first ? other.tokens : own.tokens);
        if (parts.of_first.empty()) continue;
        const TokenRange its = first ? parts.of_first : parts.of_second;
        const TokenRange others = first ? parts.of_second : parts.of_first;
        // Names stand in either part for many reasons: only times decide.
        bool taken = false, kept = false, left = false;
        for (const SentenceUnit& time : sentence.units) {
          if (time.kind != SentenceUnit::kTime) continue;
          const bool has = DraftHasValue(d, time);
          if (its.Contains(time.tokens.begin)) {
            kept |= has;
            left |= !has;
          } else if (others.Contains(time.tokens.begin)) {
            taken |= has;
          } else {
            kept |= has;
          }
        }
        if (!taken || kept || !left) continue;
        detail->held = DetailHeld::kElsewhere;
        detail->departure = Departure::kValue;
        detail->same_context = 0;
        detail->like = kNone;
        detail->other_context = 100;
        SetCounterpart(sentence.at, other.tokens, detail);
        return;
      }
    }
  }
}

uint32_t DraftReader::NameBefore(SentenceRef at, uint32_t token) const {
  const DraftWords& words = sources_.words(at.document);
  for (uint32_t t = token; t-- > sources_.Tokens(at).begin;) {
    if (words.words[t].Is(DraftWord::kCapital) &&
        words.words[t].Is(DraftWord::kContent)) {
      return t;
    }
  }
  return kNone;
}

void DraftReader::ReadPlaceInRow() {
  // The place at a token, where no noun follows that it belongs to.
  const auto place_at = [&](SentenceRef at, uint32_t t) {
    const DocumentAnalysis& document = sources_.document(at.document);
    const uint32_t next = t + 1;
    const bool bare = next >= sources_.Tokens(at).end ||
                      document.text.tokens[next].kind != TokenKind::kWord ||
                      document.lex.Has(next, Lex::kPreposition) ||
                      document.lex.Has(next, Lex::kConjunction);
    const LexHit* hit = bare ? document.lex.Find(t, Lex::kOrdinal) : nullptr;
    return hit == nullptr ? absl::string_view() : hit->entry->value_text;
  };
  const TokenRange tokens = sources_.Tokens(draft_);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const absl::string_view mine = place_at(draft_, t);
    const uint32_t who = mine.empty() ? kNone : NameBefore(draft_, t);
    if (who == kNone) continue;
    const uint32_t stem = sources_.words(draft_.document).words[who].stem;
    const UnitSentence* found = nullptr;
    uint32_t place = 0;
    bool only = true;
    for (const UnitSentence& sentence : near_) {
      const TokenRange there = sources_.Tokens(sentence.at);
      for (uint32_t s = there.begin; s < there.end; ++s) {
        const absl::string_view theirs = place_at(sentence.at, s);
        const uint32_t name =
            theirs.empty() ? kNone : NameBefore(sentence.at, s);
        if (name == kNone ||
            sources_.words(sentence.at.document).words[name].stem != stem) {
          continue;
        }
        // One of several places, or the same.
        only &= found == nullptr && theirs != mine;
        found = &sentence;
        place = s;
      }
    }
    if (found == nullptr || !only || HasOtherTime(*found)) continue;
    AddRelation(DetailKind::kFigure, {t, t + 1}, Departure::kValue, found->at,
                {place, place + 1});
    out_.back().held = DetailHeld::kElsewhere;
  }
}

bool DraftReader::HasOtherTime(const UnitSentence& source) const {
  return std::any_of(
      here_.units.begin(), here_.units.end(), [&](const SentenceUnit& when) {
        return when.kind == SentenceUnit::kTime &&
               std::none_of(source.units.begin(), source.units.end(),
                            [&](const SentenceUnit& other) {
                              return UnitSupport(sources_, draft_.document,
                                                 when, source.at.document,
                                                 other) > 0;
                            });
      });
}

uint32_t DraftReader::WhoseOf(uint32_t document, TokenRange name) const {
  const DocumentAnalysis& source = sources_.document(document);
  const auto owner = [&](uint32_t t) {
    const absl::string_view word = source.text.Folded(t);
    return word == "his" || word == "her" || word == "their" || word == "'s";
  };
  const uint32_t begin =
      name.begin > kDescriptionReach ? name.begin - kDescriptionReach : 0;
  for (uint32_t t = name.begin; t-- > begin;) {
    if (source.text.tokens[t].kind != TokenKind::kWord &&
        !source.text.IsChar(t, ',')) {
      return kNone;
    }
    if (owner(t)) {
      // "Her former trainer, X" and "his lawyer X": the last word before.
      uint32_t noun = t + 1;
      while (noun + 1 < name.begin &&
             source.text.tokens[noun + 1].kind == TokenKind::kWord &&
             !source.text.tokens[noun + 1].Is(Token::kCapital)) {
        ++noun;
      }
      return noun < name.begin && sources_.words(document)
                                      .words[noun]
                                      .Is(DraftWord::kContent)
                 ? noun
                 : kNone;
    }
    if (source.text.tokens[t].Is(Token::kSentenceStart)) break;
  }
  const uint32_t next = name.end;
  if (next + 2 < source.text.tokens.size() && source.text.IsChar(next, ',') &&
      owner(next + 1)) {
    return next + 2;
  }
  return kNone;
}

void DraftReader::ReadKin() {
  const DraftWords& words = sources_.words(draft_.document);
  // Somebody's kin, and no source speaks of such.
  const auto is_kin = [&](uint32_t t) {
    bool kin = false;
    for (const WordClass& cls : words.Classes(words.words[t])) {
      if (cls.set == 0 ||
          (cls.entry->id != "kin" && cls.entry->id != "sweetheart")) {
        continue;
      }
      kin = true;
      if (!sources_.Holding(cls.member).empty()) return false;
    }
    return kin;
  };
  for (const NameMention& name : doc().names) {
    if (name.sentence != draft_.sentence || name.form != NameMention::kName) {
      continue;
    }
    const uint32_t kin = WhoseOf(draft_.document, name.tokens);
    if (kin == kNone || !is_kin(kin)) continue;
    const Named who = NamedInSources(name.tokens);
    if (who.entity == kNone) continue;
    for (const uint32_t d : sources_.sources()) {
      for (const NameMention& other : sources_.document(d).names) {
        if (other.form != NameMention::kName || other.entity == kNone ||
            sources_.corpus().GlobalEntity(d, other.entity) != who.entity) {
          continue;
        }
        const uint32_t whose = WhoseOf(d, other.tokens);
        if (whose == kNone) continue;
        AddRelation(DetailKind::kWords, {kin, kin + 1}, Departure::kContrast,
                    {d, other.sentence}, {whose, whose + 1});
        return;
      }
    }
  }
}

}  // namespace claimcheck
