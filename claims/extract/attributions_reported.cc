// Reported speech: each verb, preposition and noun of saying that no quotation
// took is read for who says what by it.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_candidate.h"
#include "claims/extract/attributions_content.h"
#include "claims/extract/attributions_work.h"

namespace claimcheck {
namespace {

// More cues in one sentence than this are a list of words, no speech.
constexpr uint32_t kMaxCues = 40;

class ReportedSpeech {
 public:
  explicit ReportedSpeech(AttributionWork* work)
      : w_(*work), doc_(work->doc), text_(work->text), c_(work->c) {}

  void Run() {
    constexpr uint64_t kCues =
        Bit(Lex::kSayVerb) | Bit(Lex::kSayPreposition) | Bit(Lex::kSayNoun);
    uint32_t q = 0, sentence = kNone, cues = 0;
    for (uint32_t t = 0; t < c_.size() && t < doc_.lex.size(); ++t) {
      while (q < doc_.quotes.size() &&
             (doc_.quotes[q].nested || doc_.quotes[q].tokens.end <= t)) {
        ++q;
      }
      if (text_.sentence_of[t] != sentence) {
        sentence = text_.sentence_of[t];
        cues = 0;
        first_ = static_cast<uint32_t>(doc_.attributions.size());
        found_.clear();
        bounds_ = text_.sentences[sentence].tokens;
        InDocument();
        Colon();
      }
      if (!(doc_.lex.Mask(t) & kCues) || w_.s.used[t]) continue;
      if (text_.sentences[sentence].zone == Sentence::kFurniture) continue;
      // Quoted words are their speaker's; what he says of others is his too.
      if (q < doc_.quotes.size() && !doc_.quotes[q].title &&
          doc_.quotes[q].tokens.Contains(t)) {
        continue;
      }
      if (++cues > kMaxCues) continue;
      bounds_ = c_.Sentence(t);
      Cue(t);
    }
  }

 private:
  void Cue(uint32_t t) {
    if (c_.Has(t, Lex::kSayPreposition)) {
      const LexHit* hit = c_.Find(t, Lex::kSayPreposition);
      if (hit->entry->HasTag("adverb")) {
        Adverb(t, *hit);
      } else {
        Preposition(t, t + hit->tokens, hit->entry);
      }
      return;
    }
    VerbCue cue;
    if (c_.FindVerb(t) != nullptr && ReadVerbCue(c_, t, &cue) &&
        cue.group >= bounds_.begin && Verb(cue)) {
      return;
    }
    if (c_.FindNoun(t) != nullptr) Noun(t);
  }

  // Puts the candidate to the model and adds it when it is one.
  bool Try(Candidate* candidate) {
    if (!Decide(w_, candidate)) return false;
    const VerbCue& cue = candidate->cue;
    const TokenRange content = Hull(*candidate);
    uint32_t same = kNone;
    for (uint32_t n = 0; n < found_.size(); ++n) {
      // What is said inside what is said is no second reading of it.
      if (Alike(found_[n].content, content) &&
          !found_[n].content.Contains(cue.begin)) {
        same = n;
      }
    }
    // "expressed support for": one content, one attribution.
    if (same != kNone && found_[same].score >= candidate->score) return true;
    Attribution& a =
        w_.Add(cue.begin, cue.end, candidate->speaker, candidate->rule);
    if (same == kNone) {
      found_.push_back({content, candidate->score});
    } else {
      found_[same] = {content, candidate->score};
    }
    if (cue.entry != nullptr) a.stance = w_.StanceOf(cue);
    if (cue.entry != nullptr && cue.entry->cls == Lex::kSayPreposition &&
        cue.entry->HasTag("document")) {
      a.kind = AttributionKind::kDocument;
    }
    if (candidate->speaker.empty()) a.kind = AttributionKind::kAnonymous;
    const bool fixed_first = candidate->fixed.begin <= candidate->open.begin;
    for (const bool fixed : {fixed_first, !fixed_first}) {
      const TokenRange piece = fixed ? candidate->fixed : candidate->open;
      w_.AddContent(&a, piece.begin, piece.end);
    }
    if (same != kNone) w_.TakeBack(first_ + same);
    return true;
  }
  static TokenRange Hull(const Candidate& candidate) {
    const TokenRange a = candidate.fixed, b = candidate.open;
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  }
  // More than half of all their words are common to both.
  static bool Alike(TokenRange a, TokenRange b) {
    const uint32_t begin = std::max(a.begin, b.begin);
    const uint32_t end = std::min(a.end, b.end);
    if (begin >= end) return false;
    const uint32_t all = std::max(a.end, b.end) - std::min(a.begin, b.begin);
    return 10 * (end - begin) > 6 * all;
  }

  static const char* RuleOf(const LexEntry& entry) {
    if (entry.HasTag("attitude")) return "attribution.attitude";
    if (entry.HasTag("judgement")) return "attribution.judgement";
    if (entry.cls == Lex::kSayNoun) return "attribution.stand";
    return "attribution.reported";
  }

  bool Verb(const VerbCue& cue) {
    if (cue.passive) return Passive(cue);
    if (cue.finite && Inverted(cue)) return true;
    Candidate candidate;
    candidate.cue = cue;
    candidate.rule = RuleOf(*cue.entry);
    candidate.speaker = w_.SpeakerOf(cue, bounds_.begin);
    if (cue.entry->HasTag("seeming")) return Seeming(&candidate);
    if (candidate.speaker.empty() && cue.group == bounds_.begin) {
      candidate.speaker = LaterSubject(cue.end);
    }
    const Content content = ContentAfter(c_, cue, bounds_.end);
    if (content.form == ContentForm::kNone) {
      return !candidate.speaker.empty() && StatementBefore(&candidate);
    }
    candidate.form = content.form;
    candidate.open = {content.tokens.begin, bounds_.end};
    candidate.usual_end = content.tokens.end;
    if (content.form == ContentForm::kObject) NounWithin(&candidate);
    return Try(&candidate);
  }

  // "Citing a report, Roe said": the subject behind the comma.
  Speaker LaterSubject(uint32_t t) const {
    const uint32_t stop = std::min(bounds_.end, t + 40);
    while (t < stop && c_.Tag(t) != WordTag::kComma) ++t;
    for (uint32_t v = t + 2; v < stop; ++v) {
      if (HasVerb(v, v + 1)) return SubjectBefore(c_, t + 1, v);
    }
    return Speaker();
  }

  // "voiced fear that ...": what is feared.
  void NounWithin(Candidate* candidate) {
    const uint32_t begin = candidate->open.begin;
    const uint32_t stop = std::min(candidate->usual_end, begin + 4);
    for (uint32_t t = begin; t + 1 < stop; ++t) {
      const LexHit* hit = c_.FindNoun(t);
      if (hit == nullptr || t + hit->tokens >= stop) continue;
      const uint32_t next = t + hit->tokens;
      if (c_.Tag(next) == WordTag::kThat) {
        candidate->open.begin = next + 1;
        candidate->form = ContentForm::kThat;
      } else if (c_.Tag(next) == WordTag::kTo) {
        candidate->open.begin = next;
        candidate->form = ContentForm::kInfinitive;
      } else if (c_.Tag(next) == WordTag::kPreposition) {
        candidate->open.begin = next + 1;
        candidate->form = ContentForm::kPhrase;
      } else {
        continue;
      }
      w_.s.used[t] = 1;
      return;
    }
  }

  // True when a clause could be over at `t`.
  bool Over(uint32_t t) const {
    return t >= bounds_.end || IsPunctuation(c_.Tag(t));
  }
  bool HasVerb(uint32_t begin, uint32_t end) const {
    end = std::min(end, begin + 60);
    for (uint32_t t = begin; t < end; ++t) {
      if (c_.Tag(t) == WordTag::kVerb || c_.Tag(t) == WordTag::kAuxiliary) {
        return true;
      }
    }
    return false;
  }

  // "The dam will hold, said Roe."
  bool Inverted(const VerbCue& cue) {
    if (cue.group != cue.begin || cue.begin <= bounds_.begin + 1) return false;
    const WordTag before = c_.Tag(cue.begin - 1);
    if (before != WordTag::kComma && before != WordTag::kCloseQuote) {
      return false;
    }
    if (!w_.Speaks(*cue.entry) || cue.form == VerbCue::kGerund) return false;
    Candidate candidate;
    candidate.frame = Frame::kInverted;
    candidate.cue = cue;
    candidate.rule = RuleOf(*cue.entry);
    candidate.speaker = PhraseFrom(c_, cue.end, bounds_.end);
    const Speaker& speaker = candidate.speaker;
    if (speaker.empty() || c_.Tag(speaker.tokens.begin) == WordTag::kNumber) {
      return false;
    }
    uint32_t t = speaker.tokens.end;
    // "..., said Roe, who ...", "said Roe on Monday."
    while (t < bounds_.end && (c_.Tag(t) == WordTag::kTime ||
                               (c_.Tag(t) == WordTag::kPreposition &&
                                c_.Tag(t + 1) == WordTag::kTime))) {
      ++t;
    }
    if (!Over(t)) return false;
    const uint32_t end = before == WordTag::kComma ? cue.begin - 1 : cue.begin;
    const uint32_t begin = StatementBegin(c_, bounds_.begin, end);
    if (end < begin + 2 || !HasVerb(begin, end)) return false;
    candidate.fixed = {begin, end};
    Behind(&candidate, t);
    return Try(&candidate);
  }

  // What goes on behind ", Roe said," at the comma `over`, if anything does.
  void Behind(Candidate* candidate, uint32_t over) const {
    candidate->may_be_empty = true;
    candidate->open = {over, over};
    candidate->usual_end = over;
    if (c_.Tag(over) != WordTag::kComma || over + 1 >= bounds_.end) return;
    VerbCue next;
    const bool participle = c_.Has(over + 1, Lex::kSayVerb) &&
                            ReadVerbCue(c_, over + 1, &next) && !next.finite;
    if (participle) return;
    candidate->open = {over + 1, bounds_.end};
    candidate->usual_end =
        candidate->frame == Frame::kInverted
            ? over + 1
            : ClauseEnd(c_, over + 1, bounds_.end, ContentForm::kClause);
  }

  // "The dam will hold, Roe said." and "The dam, Roe said, will hold."
  bool StatementBefore(Candidate* candidate) {
    const VerbCue& cue = candidate->cue;
    if (!cue.finite || !cue.entry->HasTag("clause")) return false;
    if (cue.entry->HasTag("attitude") && !Over(cue.end)) return false;
    uint32_t behind = cue.end;
    while (behind < bounds_.end && (c_.Tag(behind) == WordTag::kTime ||
                                    c_.Tag(behind) == WordTag::kAdverb)) {
      ++behind;
    }
    // "..., Roe said in a statement."
    const uint32_t limit = std::min(bounds_.end, behind + 8);
    uint32_t over = behind;
    while (over < limit && !Over(over)) ++over;
    if (!Over(over)) return false;
    uint32_t left = candidate->speaker.left;
    if (left <= bounds_.begin) return false;
    if (c_.Is(left - 1, "as") && left > bounds_.begin + 1) --left;
    const WordTag before = c_.Tag(left - 1);
    if (before != WordTag::kComma && before != WordTag::kCloseQuote &&
        before != WordTag::kBreak) {
      return false;
    }
    const uint32_t end = left - 1;
    const uint32_t begin = StatementBegin(c_, bounds_.begin, end);
    if (end <= begin) return false;
    candidate->frame = Frame::kBefore;
    candidate->form = ContentForm::kClause;
    candidate->fixed = {begin, end};
    Behind(candidate, over);
    if (before == WordTag::kCloseQuote) candidate->usual_end = over;
    return Try(candidate);
  }

  // "The dam seems to hold": nobody says so, but somebody must see it.
  bool Seeming(Candidate* candidate) {
    if (candidate->speaker.empty()) return false;
    candidate->frame = Frame::kRaised;
    candidate->fixed = candidate->speaker.tokens;
    candidate->speaker = Speaker();
    return Rest(candidate);
  }
  // The open piece is what follows the cue.
  bool Rest(Candidate* candidate) {
    const uint32_t begin = candidate->cue.end;
    if (Over(begin)) return false;
    candidate->form = c_.Tag(begin) == WordTag::kTo ? ContentForm::kInfinitive
                                                    : ContentForm::kObject;
    candidate->open = {begin, bounds_.end};
    candidate->usual_end = ClauseEnd(c_, begin, bounds_.end, candidate->form);
    return Try(candidate);
  }

  bool Passive(const VerbCue& cue) {
    Candidate candidate;
    candidate.cue = cue;
    candidate.rule = RuleOf(*cue.entry);
    if (candidate.rule == absl::string_view("attribution.reported")) {
      candidate.rule = "attribution.passive";
    }
    // "by Roe"; "by the ministry on Monday".
    Speaker agent;
    if (c_.Is(cue.end, "by")) agent = PhraseFrom(c_, cue.end + 1, bounds_.end);
    candidate.speaker = agent;
    const bool it = cue.group > bounds_.begin && c_.Is(cue.group - 1, "it");
    const Content content = ContentAfter(c_, cue, bounds_.end);
    if (it && content.form == ContentForm::kThat) {
      candidate.frame = Frame::kItIsSaid;
      candidate.form = content.form;
      candidate.open = {content.tokens.begin, bounds_.end};
      candidate.usual_end = content.tokens.end;
      return Try(&candidate);
    }
    const Speaker subject = SubjectBefore(c_, bounds_.begin, cue.group);
    if (agent.empty() &&
        (content.form == ContentForm::kThat ||
         content.form == ContentForm::kQuestion || AboutAt(cue.end))) {
      // "was told that", "asked about the dam".
      candidate.frame = Frame::kAsked;
      const bool about = AboutAt(cue.end);
      candidate.form = about ? ContentForm::kPhrase : content.form;
      candidate.open = {about ? cue.end + 1 : content.tokens.begin,
                        bounds_.end};
      candidate.usual_end =
          about ? ClauseEnd(c_, cue.end + 1, bounds_.end, ContentForm::kObject)
                : content.tokens.end;
      return candidate.open.begin < bounds_.end && Try(&candidate);
    }
    if (subject.empty()) return false;
    candidate.fixed = subject.tokens;
    if (!agent.empty()) {
      candidate.frame = Frame::kByAgent;
      candidate.form = ContentForm::kNone;
      candidate.may_be_empty = true;
      const uint32_t behind = agent.tokens.end;
      candidate.open = {behind, bounds_.end};
      candidate.usual_end = behind;
      return Try(&candidate);
    }
    candidate.frame = Frame::kRaised;
    return Rest(&candidate);
  }
  bool AboutAt(uint32_t t) const {
    return c_.Is(t, "about") && t + 1 < bounds_.end;
  }

  // "The dam reportedly holds."
  void Adverb(uint32_t t, const LexHit& hit) {
    Candidate candidate;
    candidate.frame = Frame::kAdverb;
    candidate.rule = "attribution.hearsay";
    candidate.cue.begin = candidate.cue.group = t;
    candidate.cue.end = t + hit.tokens;
    candidate.cue.entry = hit.entry;
    uint32_t begin = t;
    while (begin > bounds_.begin && !IsPunctuation(c_.Tag(begin - 1)) &&
           c_.Tag(begin - 1) != WordTag::kThat &&
           c_.Tag(begin - 1) != WordTag::kCoordinator &&
           c_.Tag(begin - 1) != WordTag::kSubordinator) {
      --begin;
    }
    candidate.fixed = {begin, t};
    candidate.open = {candidate.cue.end, bounds_.end};
    if (candidate.open.empty()) return;
    candidate.usual_end =
        ClauseEnd(c_, candidate.open.begin, bounds_.end, ContentForm::kClause);
    Try(&candidate);
  }

  // "In a letter to the mayor, the ministry ...": what stands in a document.
  void InDocument() {
    const TokenRange sentence = bounds_;
    if (sentence.size() < 4 || !c_.Is(sentence.begin, "in")) return;
    const uint32_t stop = std::min(sentence.end, sentence.begin + 20);
    uint32_t comma = sentence.begin + 1;
    bool document = false;
    for (; comma < stop && c_.Tag(comma) != WordTag::kComma; ++comma) {
      if (c_.Tag(comma) == WordTag::kVerb) return;
      document |=
          c_.Has(comma, Lex::kDocumentNoun) || c_.FindNoun(comma) != nullptr;
    }
    if (!document || comma >= stop) return;
    Candidate candidate;
    candidate.frame = Frame::kSource;
    candidate.rule = "attribution.in_document";
    candidate.cue.begin = candidate.cue.group = sentence.begin;
    candidate.cue.end = sentence.begin + 1;
    candidate.speaker = PhraseFrom(c_, sentence.begin + 1, comma);
    if (candidate.speaker.empty()) return;
    candidate.open = {comma + 1, sentence.end};
    candidate.usual_end =
        ClauseEnd(c_, comma + 1, sentence.end, ContentForm::kClause);
    if (!candidate.open.empty()) Try(&candidate);
  }

  // "Roe: The dam is safe."
  void Colon() {
    const uint32_t stop = std::min(bounds_.end, bounds_.begin + 8);
    uint32_t colon = bounds_.begin;
    while (colon < stop && c_.Tag(colon) != WordTag::kColon) {
      if (HasVerb(colon, colon + 1) || IsPunctuation(c_.Tag(colon))) return;
      ++colon;
    }
    if (colon >= stop || colon == bounds_.begin || colon + 2 >= bounds_.end ||
        c_.Tag(colon + 1) == WordTag::kOpenQuote) {
      return;
    }
    Candidate candidate;
    candidate.frame = Frame::kColon;
    candidate.rule = "attribution.colon";
    candidate.cue.begin = candidate.cue.group = colon;
    candidate.cue.end = colon + 1;
    candidate.speaker = PhraseFrom(c_, bounds_.begin, colon);
    if (candidate.speaker.tokens.end != colon) return;
    candidate.open = {colon + 1, bounds_.end};
    candidate.usual_end = bounds_.end;
    Try(&candidate);
  }

  // "According to Roe, ...", "..., according to the ministry".
  void Preposition(uint32_t t, uint32_t end, const LexEntry* entry) {
    Candidate candidate;
    candidate.frame = Frame::kSource;
    candidate.rule = "attribution.according_to";
    candidate.cue.begin = candidate.cue.group = t;
    candidate.cue.end = end;
    candidate.cue.entry = entry;
    candidate.speaker = PhraseFrom(c_, end, bounds_.end);
    const Speaker& speaker = candidate.speaker;
    if (speaker.empty()) return;
    const bool comma = t > bounds_.begin && c_.Tag(t - 1) == WordTag::kComma;
    const uint32_t first = StatementBegin(c_, bounds_.begin, t);
    candidate.fixed = {first, comma ? t - 1 : t};
    const TokenRange left = candidate.fixed;
    candidate.may_be_empty = !left.empty();
    // What goes on behind the speaker and his office.
    uint32_t over = speaker.tokens.end;
    while (over < bounds_.end && !Over(over)) ++over;
    candidate.open = {over, over};
    candidate.usual_end = over;
    if (c_.Tag(over) == WordTag::kComma && (left.empty() || comma)) {
      uint32_t begin = over + 1;
      for (int n = 0; n < 2; ++n) {
        uint32_t next = begin;
        while (next < bounds_.end && next < begin + 20 &&
               c_.Tag(next) != WordTag::kComma && !HasVerb(next, next + 1)) {
          ++next;
        }
        if (next >= bounds_.end || c_.Tag(next) != WordTag::kComma) break;
        begin = next + 1;  // ", a teacher in Rome,"
      }
      candidate.open = {begin, bounds_.end};
      candidate.usual_end =
          ClauseEnd(c_, begin, bounds_.end, ContentForm::kClause);
      if (!left.empty() && !HasVerb(begin, candidate.usual_end)) {
        candidate.usual_end = begin;
      }
    }
    if (left.empty() && candidate.open.empty()) return;
    Try(&candidate);
  }

  // "Roe's claim that ...", "a promise to ...", "criticism of ...".
  void Noun(uint32_t t) {
    const LexHit* hit = c_.FindNoun(t);
    const uint32_t next = t + hit->tokens;
    if (next + 1 >= bounds_.end) return;
    Candidate candidate;
    candidate.frame = Frame::kNoun;
    candidate.rule =
        hit->entry->HasTag("attitude") || hit->entry->HasTag("stand")
            ? "attribution.attitude_noun"
            : "attribution.noun";
    candidate.cue.begin = candidate.cue.group = t;
    candidate.cue.end = next;
    candidate.cue.entry = hit->entry;
    uint32_t begin = next;
    switch (c_.Tag(next)) {
      case WordTag::kThat:
        candidate.form = ContentForm::kThat;
        begin = next + 1;
        break;
      case WordTag::kTo:
        candidate.form = ContentForm::kInfinitive;
        break;
      case WordTag::kPreposition:
        candidate.form = ContentForm::kPhrase;
        candidate.rule = "attribution.attitude_noun";
        begin = next + 1;
        break;
      default:
        return;
    }
    candidate.speaker = Possessor(t);
    if (candidate.speaker.empty() &&
        (c_.Is(next, "by") || c_.Is(next, "from"))) {
      // "calls from Roe to close the dam"
      candidate.speaker = PhraseFrom(c_, next + 1, bounds_.end);
      if (candidate.speaker.empty()) return;
      begin = candidate.speaker.tokens.end;
      if (c_.Tag(begin) == WordTag::kThat) ++begin;
      if (begin >= bounds_.end) return;
    }
    if (candidate.speaker.empty()) candidate.speaker = Subject(t);
    candidate.open = {begin, bounds_.end};
    candidate.usual_end =
        ClauseEnd(c_, begin, bounds_.end,
                  candidate.form == ContentForm::kThat ? ContentForm::kThat
                                                       : ContentForm::kObject);
    Try(&candidate);
  }
  // The subject of the verb that the noun at `t` is the object of.
  Speaker Subject(uint32_t t) const {
    uint32_t v = t;
    for (int n = 0; n < 4 && v > bounds_.begin; ++n) {
      --v;
      if (c_.Tag(v) == WordTag::kVerb) break;
      if (c_.Tag(v) != WordTag::kWord && c_.Tag(v) != WordTag::kDeterminer &&
          c_.Tag(v) != WordTag::kAdverb) {
        return Speaker();
      }
    }
    if (c_.Tag(v) != WordTag::kVerb) return Speaker();
    while (v > bounds_.begin && (c_.Tag(v - 1) == WordTag::kAuxiliary ||
                                 c_.Tag(v - 1) == WordTag::kAdverb)) {
      --v;
    }
    return SubjectBefore(c_, bounds_.begin, v);
  }
  // "Roe" of "Roe's repeated claim", "his" of "his claim".
  Speaker Possessor(uint32_t noun) const {
    uint32_t t = noun;
    for (int n = 0; n < 4 && t > bounds_.begin; ++n) {
      --t;
      const WordTag tag = c_.Tag(t);
      if (tag == WordTag::kPossessive) {
        Speaker speaker;
        speaker.tokens = speaker.head = {t, t + 1};
        speaker.left = t;
        return speaker;
      }
      if (tag == WordTag::kClitic) return SubjectBefore(c_, bounds_.begin, t);
      if (tag != WordTag::kWord && tag != WordTag::kAdverb) break;
    }
    return Speaker();
  }

  AttributionWork& w_;
  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const AttributionContext& c_;
  struct Found {
    TokenRange content;
    int64_t score;
  };
  TokenRange bounds_;
  uint32_t first_ = 0;        // attribution of this sentence
  std::vector<Found> found_;  // the attributions from there on
};

}  // namespace

void FindReportedSpeech(AttributionWork* work) { ReportedSpeech(work).Run(); }

}  // namespace claimcheck
