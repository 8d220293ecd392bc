#include "rules/link/origin_tenures.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// Tokens from a verb to its time.
constexpr uint32_t kTimeReach = 11;

class TenureReader {
 public:
  explicit TenureReader(OriginText* text) : text_(*text), doc_(text->doc()) {}

  void Read(uint32_t s) {
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      const auto since = SinceWhen(time);
      if (!since || time.tokens.begin == doc_.text.sentences[s].tokens.begin) continue;
      const absl::string_view before = Word(time.tokens.begin - 1);
      const bool span = time.value.kind == TimeKind::kDuration;
      if (span && before == "after") {
        ReadWhatEnded(s, time, *since);
      } else if (!span || before == "for") {
        ReadTenure(s, time, *since, /*lasts=*/span || before == "since");
      }
    }
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // "Has led the museum for ten years", "had run it since 2009", "in charge since 2009";
  // "took over the museum in 2017", "joined the carrier five years ago".
  void ReadTenure(uint32_t s, const TimeMention& time, int32_t since, bool lasts) {
    const TokenRange sentence = doc_.text.sentences[s].tokens;
    const uint32_t begin = time.tokens.begin;
    const uint32_t first =
        begin > sentence.begin + kTimeReach ? begin - kTimeReach : sentence.begin;
    for (uint32_t t = AsideBefore(begin, first); t-- > first;) {
      if (doc_.text.IsChar(t, ';') || doc_.text.IsChar(t, ',')) return;
      const OriginKind fact = lasts ? TenureAt(t) : StartAt(t);
      if (fact == OriginKind::kBorn) continue;
      const bool post = IsPost(t);
      const auto is_so = [&](uint32_t verb) {
        return verb > sentence.begin &&
               (IsOneOf(Word(verb - 1), {"has", "have", "been", "also"}) ||
                // "Had led for years" may be long ago.
                (Word(verb - 1) == "had" && time.value.kind != TimeKind::kDuration));
      };
      if (lasts && !IsInCharge(t) && !IsInOffice(t) && !is_so(post ? BeforeArticle(t) : t)) return;
      const uint32_t who = NamedBefore(s, t);
      if (who != kNone) Add(s, fact, who, since, post ? t : t + 1, t, time);
      return;
    }
  }

  // "After nine years at the top of the company, Ada Lind left".
  void ReadWhatEnded(uint32_t s, const TimeMention& time, int32_t since) {
    const uint32_t end = doc_.text.sentences[s].tokens.end;
    const uint32_t at = time.tokens.end;
    if (at + 2 >= end || Word(at) != "at" || Word(at + 1) != "the" || !IsTop(at + 2)) return;
    uint32_t who = kNone;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.tokens.begin > at && name.entity != kNone && !name.possessive &&
          MayBePerson(text_.TypeOf(name))) {
        who = text_.Global(name.entity);
        break;
      }
    }
    if (who == kNone) who = NamedBefore(s, time.tokens.begin);
    if (who == kNone) return;
    text_.Add(s, OriginKind::kLeads, {who}, kNone, since,
              time.span.Hull(doc_.text.tokens[at + 2].span))
        ->rounded = true;
  }

  void Add(uint32_t s, OriginKind fact, uint32_t who, int32_t since, uint32_t what,
           uint32_t verb, const TimeMention& time) {
    Origin* const told = text_.Add(s, fact, {who}, kNone, since,
                                   doc_.text.tokens[verb].span.Hull(time.span));
    told->rounded = time.value.kind == TimeKind::kDuration;
    for (uint32_t n = what; n < time.tokens.begin; ++n) {
      const DraftWord& word = text_.words().words[n];
      if (word.Is(DraftWord::kContent)) told->what.push_back(word.stem);
    }
  }

  // "Has sailed for Orla, the owner of the ship, for 22 years": the first comma.
  uint32_t AsideBefore(uint32_t begin, uint32_t first) const {
    if (begin < first + 2 || !doc_.text.IsChar(begin - 2, ',')) return begin;
    for (uint32_t t = begin - 2; t-- > first;) {
      if (doc_.text.IsChar(t, ',')) return t;
    }
    return begin;
  }

  std::optional<int32_t> SinceWhen(const TimeMention& time) const {
    if (time.value.kind != TimeKind::kDuration) {
      return time.value.grain <= Grain::kYear ? YearOfOrigin(time) : std::nullopt;
    }
    // "P9Y"; years of one day's text.
    const absl::string_view timex = time.value.timex.view();
    const auto day = text_.Day();
    if (!day || timex.size() < 3 || timex.size() > 4 || timex[0] != 'P' || timex.back() != 'Y') {
      return std::nullopt;
    }
    int32_t years = 0;
    for (const char c : timex.substr(1, timex.size() - 2)) {
      if (c < '0' || c > '9') return std::nullopt;
      years = years * 10 + (c - '0');
    }
    return DateOfDay(*day).year - years;
  }

  // kBorn: no such verb.
  OriginKind TenureAt(uint32_t t) const {
    if (IsInCharge(t) || IsOneOf(Word(t), {"led", "headed", "run", "directed", "chaired",
                                           "managed", "coached", "governed"})) {
      return OriginKind::kLeads;
    }
    if (IsInOffice(t) || IsPost(t)) return OriginKind::kHolds;
    const bool serves = IsOneOf(Word(t), {"flown", "worked", "played", "driven", "sailed", "served"}) &&
                        IsOneOf(Word(t + 1), {"for", "at", "with"});
    return serves ? OriginKind::kServes : OriginKind::kBorn;
  }
  OriginKind StartAt(uint32_t t) const {
    if ((Word(t) == "took" || Word(t) == "taken") && Word(t + 1) == "over") {
      return OriginKind::kLeads;
    }
    if (IsOneOf(Word(t), {"became", "appointed", "elected"}) && IsRole(BehindArticle(t + 1))) {
      return OriginKind::kHolds;
    }
    return IsOneOf(Word(t), {"joined", "hired"}) ? OriginKind::kServes : OriginKind::kBorn;
  }
  bool IsInOffice(uint32_t t) const {
    return t > 0 && Word(t) == "office" && Word(t - 1) == "in";
  }
  // "In charge", "at the helm".
  bool IsInCharge(uint32_t t) const {
    return t > 1 && ((Word(t) == "charge" && Word(t - 1) == "in") ||
                     (IsTop(t) && Word(t - 1) == "the" && Word(t - 2) == "at"));
  }
  bool IsTop(uint32_t t) const { return IsOneOf(Word(t), {"top", "helm", "head"}); }
  // "Has been mayor", "has been the chairman".
  bool IsPost(uint32_t t) const {
    const uint32_t verb = BeforeArticle(t);
    return verb > 0 && Word(verb - 1) == "been" &&
           IsRole(t);
  }
  bool IsRole(uint32_t t) const {
    return t < doc_.text.tokens.size() &&
           (doc_.lex.Has(t, Lex::kRoleNoun) || doc_.lex.Has(t, Lex::kTitle));
  }
  uint32_t BehindArticle(uint32_t t) const {
    return t + 1 < doc_.text.tokens.size() && IsOneOf(Word(t), {"the", "a", "its"}) ? t + 1 : t;
  }
  uint32_t BeforeArticle(uint32_t t) const {
    return t > 0 && IsOneOf(Word(t - 1), {"the", "a", "its", "their"}) ? t - 1 : t;
  }

  // The person named last before a verb.
  uint32_t NamedBefore(uint32_t s, uint32_t verb) const {
    uint32_t who = kNone;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.tokens.end > verb || name.entity == kNone || name.possessive) continue;
      if (MayBePerson(text_.TypeOf(name))) who = text_.Global(name.entity);
    }
    return who;
  }

  OriginText& text_;
  const DocumentAnalysis& doc_;
};

}  // namespace

void ReadOriginTenures(uint32_t sentence, OriginText* text) {
  TenureReader(text).Read(sentence);
}

}  // namespace claimcheck
