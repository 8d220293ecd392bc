// The condition `same`: two claims agree in one aspect.

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/engine/conditions.h"
#include "rules/link/countries.h"
#include "rules/link/name_spelling.h"

namespace claimcheck {
namespace {

using Same = v1::Condition::Same;

// What one aspect came out as: not known on one side, or agreeing, or not.
struct Agreement {
  bool absent = false;
  Truth truth = Truth::kUnknown;
  std::string left;
  std::string right;
};

Agreement AbsentAgreement() {
  Agreement agreement;
  agreement.absent = true;
  return agreement;
}

Agreement SameWords(absl::string_view left, absl::string_view right) {
  if (left.empty() || right.empty()) return AbsentAgreement();
  Agreement agreement;
  agreement.left = std::string(left);
  agreement.right = std::string(right);
  agreement.truth = FromBool(left == right);
  return agreement;
}

std::string Names(const Corpus& corpus, const std::vector<uint32_t>& ids) {
  return absl::StrJoin(ids, ", ", [&](std::string* out, uint32_t id) {
    absl::StrAppend(out, corpus.EntityName(id));
  });
}

// Sorted sets of entities: one within the other agrees; some in common, some
// not, may be another way to name the same.
Agreement SameSets(const Corpus& corpus, const std::vector<uint32_t>& left,
                   const std::vector<uint32_t>& right) {
  if (left.empty() || right.empty()) return AbsentAgreement();
  Agreement agreement;
  agreement.left = Names(corpus, left);
  agreement.right = Names(corpus, right);
  std::vector<uint32_t> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  agreement.truth = common.size() == std::min(left.size(), right.size())
                        ? Truth::kYes
                    : common.empty() ? Truth::kNo
                                     : Truth::kUnknown;
  return agreement;
}

Agreement SameEvent(const RuleSides& sides) {
  const Event* left = sides.corpus->event(sides.left);
  const Event* right = sides.corpus->event(sides.right);
  if (left == nullptr || right == nullptr) return AbsentAgreement();
  Agreement agreement = SameWords(left->cls, right->cls);
  // Two words without a class may mean one thing.
  if (agreement.truth == Truth::kNo && !(left->typed && right->typed)) {
    agreement.truth = Truth::kUnknown;
  }
  return agreement;
}

Agreement SamePlace(const RuleSides& sides) {
  const Corpus& corpus = *sides.corpus;
  std::vector<uint32_t> left, right;
  corpus.Places(sides.left, &left);
  corpus.Places(sides.right, &right);
  if (left.empty() || right.empty()) return AbsentAgreement();
  Agreement agreement;
  agreement.left = Names(corpus, left);
  agreement.right = Names(corpus, right);
  agreement.truth = Truth::kUnknown;
  bool apart = false;
  for (uint32_t a : left) {
    for (uint32_t b : right) {
      const std::optional<RangeRelation> relation =
          a == b ? RangeRelation::kEqual : corpus.RelatePlaces(a, b);
      if (!relation) continue;
      if (*relation == RangeRelation::kDisjoint) {
        apart = true;
      } else {
        agreement.truth = Truth::kYes;
      }
    }
  }
  if (agreement.truth != Truth::kYes && apart) agreement.truth = Truth::kNo;
  return agreement;
}

// True when nobody is named and the words name an outlet: "local media".
bool IsUnnamedOutlet(const RuleSides& sides, ClaimRef ref) {
  const Attribution* attribution = sides.corpus->attribution(ref);
  if (attribution == nullptr || attribution->speaker.empty()) return false;
  const DocumentAnalysis& doc = sides.document(ref);
  const auto first = std::lower_bound(
      doc.text.tokens.begin(), doc.text.tokens.end(),
      attribution->speaker.begin,
      [](const Token& t, uint32_t begin) { return t.span.begin < begin; });
  for (auto it = first; it != doc.text.tokens.end() &&
                        it->span.begin < attribution->speaker.end;
       ++it) {
    const LexHit* hit = doc.lex.Find(
        static_cast<uint32_t>(it - doc.text.tokens.begin()),
        Lex::kDocumentNoun);
    if (hit != nullptr && hit->entry->HasTag("outlet")) return true;
  }
  return false;
}

std::string SpeakerWords(const RuleSides& sides, ClaimRef ref) {
  const Attribution* attribution = sides.corpus->attribution(ref);
  return attribution == nullptr ? ""
                                : std::string(sides.document(ref).text.Text(
                                      attribution->speaker));
}

// The country that speaks, by its own name or its capital's: "La Paz said".
absl::string_view SpeakingCountry(const RuleSides& sides, ClaimRef ref) {
  const Attribution* attribution = sides.corpus->attribution(ref);
  if (attribution == nullptr) return {};
  const DocumentAnalysis& doc = sides.document(ref);
  const TokenRange tokens = doc.text.TokensIn(attribution->speaker);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const absl::string_view country = CountryOf(doc, t);
    if (!country.empty()) return country;
  }
  return {};
}

Agreement SameSpeaker(const RuleSides& sides) {
  const Corpus& corpus = *sides.corpus;
  const uint32_t left = corpus.Speaker(sides.left);
  const uint32_t right = corpus.Speaker(sides.right);
  if (left == kNone || right == kNone) {
    // Media are not the official whom another report names.
    const ClaimRef unnamed = left == kNone ? sides.left : sides.right;
    const uint32_t other = left == kNone ? right : left;
    if (other == kNone || corpus.EntityType(other) != NameType::kPerson ||
        !IsUnnamedOutlet(sides, unnamed)) {
      return AbsentAgreement();
    }
    Agreement agreement;
    agreement.left = SpeakerWords(sides, sides.left);
    agreement.right = SpeakerWords(sides, sides.right);
    agreement.truth = Truth::kNo;
    return agreement;
  }
  Agreement agreement;
  agreement.left = std::string(corpus.EntityName(left));
  agreement.right = std::string(corpus.EntityName(right));
  // A spokesman and the ministry he speaks for are one voice.
  const absl::string_view country = SpeakingCountry(sides, sides.left);
  const bool one =
      left == right ||
      (!country.empty() && corpus.EntityType(left) != NameType::kPerson &&
       corpus.EntityType(right) != NameType::kPerson &&
       country == SpeakingCountry(sides, sides.right)) ||
      (corpus.OneStory(sides.left.document, sides.right.document) &&
       SlippedName(corpus, left, right));
  agreement.truth = one ? Truth::kYes
                    : corpus.EntityType(left) == corpus.EntityType(right)
                        ? Truth::kNo
                        : Truth::kUnknown;
  return agreement;
}

// The subject of the clause: who acts; else the words before the verb.
Agreement SameSubject(const RuleSides& sides) {
  const Corpus& corpus = *sides.corpus;
  const auto subject = [&](ClaimRef ref, std::vector<uint32_t>* agents,
                           Span* words) {
    const Event* event = corpus.event(ref);
    if (event == nullptr) return;
    const DocumentAnalysis& doc = corpus.document(ref.document);
    for (uint32_t name : event->agents) {
      const uint32_t global =
          corpus.GlobalEntity(ref.document, doc.names[name].entity);
      if (global != kNone) agents->push_back(global);
    }
    std::sort(agents->begin(), agents->end());
    agents->erase(std::unique(agents->begin(), agents->end()), agents->end());
    if (event->clause.begin < event->tokens.begin) {
      *words = doc.text.SpanOf({event->clause.begin, event->tokens.begin});
    }
  };
  std::vector<uint32_t> left, right;
  Span left_words, right_words;
  subject(sides.left, &left, &left_words);
  subject(sides.right, &right, &right_words);
  if (!left.empty() && !right.empty()) return SameSets(corpus, left, right);
  const std::vector<ContentWord> a =
      corpus.WordsIn(sides.left.document, left_words);
  const std::vector<ContentWord> b =
      corpus.WordsIn(sides.right.document, right_words);
  if (a.empty() || b.empty()) return AbsentAgreement();
  Agreement agreement;
  agreement.left =
      std::string(sides.document(sides.left).text.Text(left_words));
  agreement.right =
      std::string(sides.document(sides.right).text.Text(right_words));
  const int common = CommonWords(a, b);
  agreement.truth = common == static_cast<int>(std::min(a.size(), b.size()))
                        ? Truth::kYes
                    : common == 0 ? Truth::kNo
                                  : Truth::kUnknown;
  return agreement;
}

Agreement SameOfQuantity(const RuleSides& sides, Same::Aspect aspect) {
  const QuantityMention* left = sides.corpus->quantity(sides.left);
  const QuantityMention* right = sides.corpus->quantity(sides.right);
  if (left == nullptr || right == nullptr) return AbsentAgreement();
  switch (aspect) {
    case Same::COUNTED:
      return SameWords(left->value.counted, right->value.counted);
    case Same::UNIT:
      return SameWords(left->value.unit, right->value.unit);
    default:
      return SameWords(left->value.dimension, right->value.dimension);
  }
}

}  // namespace

Truth EvaluateSame(const ConditionNode& node, const RuleSides& sides,
                   EvaluationScratch* scratch, std::string* text) {
  const Same& condition = node.condition->same();
  const char* what = "";
  Agreement agreement;
  switch (condition.aspect()) {
    case Same::EVENT:
      what = "event";
      agreement = SameEvent(sides);
      break;
    case Same::PARTICIPANTS:
      what = "participants";
      sides.corpus->Participants(sides.left, &scratch->left_ids);
      sides.corpus->Participants(sides.right, &scratch->right_ids);
      agreement =
          SameSets(*sides.corpus, scratch->left_ids, scratch->right_ids);
      break;
    case Same::PLACE:
      what = "place";
      agreement = SamePlace(sides);
      break;
    case Same::SPEAKER:
      what = "speaker";
      agreement = SameSpeaker(sides);
      break;
    case Same::SUBJECT:
      what = "subject";
      agreement = SameSubject(sides);
      break;
    case Same::COUNTED:
      what = "counted thing";
      agreement = SameOfQuantity(sides, condition.aspect());
      break;
    case Same::UNIT:
      what = "unit";
      agreement = SameOfQuantity(sides, condition.aspect());
      break;
    default:
      what = "dimension";
      agreement = SameOfQuantity(sides, condition.aspect());
      break;
  }
  if (text != nullptr) {
    *text = agreement.absent
                ? absl::StrCat("the ", what, " is not known on both sides")
                : absl::StrCat("the ", what, ": ", agreement.left, " against ",
                               agreement.right);
  }
  if (agreement.absent) {
    return condition.or_absent() ? Truth::kYes : Truth::kUnknown;
  }
  return agreement.truth;
}

}  // namespace claimcheck
