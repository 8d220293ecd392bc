#include "checker/explain_places.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "claimcheck/v1/claim.pb.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/text/source_text.h"
#include "rules/engine/rule_steps.h"

namespace claimcheck {
namespace {

// Lines with more claims than fit this are told so.
constexpr size_t kMostPairs = 64;

std::vector<ClaimRef> ClaimsAt(const Corpus& corpus, LinePlace place) {
  const DocumentAnalysis& doc = corpus.document(place.document);
  const SourceText source(doc.text.source);
  std::vector<ClaimRef> refs;
  for (uint32_t c = 0; c < doc.claims.size(); ++c) {
    const Span span = doc.claims[c].span;
    if (source.PositionOf(span.begin).line <= place.line &&
        place.line <= source.PositionOf(span.end).line) {
      refs.push_back({place.document, c});
    }
  }
  return refs;
}

std::string Words(absl::string_view enum_name) {
  return absl::StrReplaceAll(absl::AsciiStrToLower(enum_name), {{"_", " "}});
}

std::string Describe(const Corpus& corpus, ClaimRef ref) {
  return absl::StrCat(
      "\"", corpus.Text(ref), "\" (",
      Words(v1::Claim::Kind_Name(
          static_cast<v1::Claim::Kind>(corpus.claim(ref).kind))),
      ")");
}

v1::Step MakeStep(v1::Step::Truth truth, std::string text) {
  v1::Step step;
  step.set_truth(truth);
  step.set_text(std::move(text));
  return step;
}

// A pair with what it takes to put the nearest ones first.
struct ExplainedPair {
  v1::Step step;
  bool alike = false;     // of kinds that can be about one thing
  bool compared = false;
  int score = 0;
};

// Leaves what held out of the steps of a rule that did not fire.
void KeepWhatFailed(v1::Step* step) {
  auto* parts = step->mutable_parts();
  parts->erase(std::remove_if(parts->begin(), parts->end(),
                              [](const v1::Step& part) {
                                return part.truth() == v1::Step::YES ||
                                       part.truth() ==
                                           v1::Step::TRUTH_UNSPECIFIED;
                              }),
               parts->end());
  for (v1::Step& part : *parts) KeepWhatFailed(&part);
}

void ExplainRules(const RuleSet& rules, const RuleChoice& choice,
                  const Corpus& corpus, const ClaimLink& link, bool compared,
                  v1::Step* pair) {
  int others = 0;  // rules for other kinds of claims
  for (const CompiledRule* rule : rules.Choose(choice)) {
    if (!rule->rule->has_pair() ||
        rule->link != static_cast<v1::Link::Kind>(link.kind)) {
      continue;
    }
    v1::Step step = ExplainPair(rules, *rule, corpus, link);
    const bool selected = std::none_of(
        step.parts().begin(), step.parts().end(), [](const v1::Step& part) {
          return part.path() == "selectors" && part.truth() == v1::Step::NO;
        });
    if (!selected) {
      ++others;
      continue;
    }
    if (step.truth() == v1::Step::YES && compared) {
      pair->set_truth(v1::Step::YES);
    }
    if (step.truth() != v1::Step::YES) KeepWhatFailed(&step);
    *pair->add_parts() = std::move(step);
  }
  if (others > 0) {
    pair->add_parts()->set_text(
        absl::StrCat(others, others == 1 ? " rule is" : " rules are",
                     " for other claims than these"));
  }
}

ExplainedPair ExplainPairOf(const RuleSet& rules, const RuleChoice& choice,
                            const LinkedDocuments& linked, ClaimRef a,
                            ClaimRef b) {
  const Corpus& corpus = *linked.corpus;
  if (b < a) std::swap(a, b);
  const ClaimLink link = ScoreLink(corpus, a, b);
  ExplainedPair out;
  out.score = link.score;
  out.alike = link.kind != LinkKind::kNone &&
              corpus.claim(a).kind == corpus.claim(b).kind;
  out.compared =
      std::binary_search(linked.candidates.begin(), linked.candidates.end(),
                         CandidatePair{a, b});
  out.step = MakeStep(
      v1::Step::NO,
      absl::StrCat(Describe(corpus, a), " and ", Describe(corpus, b)));
  *out.step.add_parts() = MakeStep(
      out.compared ? v1::Step::YES : v1::Step::NO,
      out.compared ? "they share enough rare words to be compared"
                   : "they share too few rare words to be compared");
  std::string why;
  if (link.veto != nullptr) {
    why = absl::StrCat("they cannot be about one thing: ", link.veto);
  } else if (link.kind == LinkKind::kNone) {
    why = "claims of these kinds are never about one thing";
  } else {
    why = absl::StrCat("held to be about one ",
                       Words(v1::Link::Kind_Name(
                           static_cast<v1::Link::Kind>(link.kind))),
                       " with ", link.score, " of 100; ", kLinkThreshold,
                       " are needed");
  }
  const bool links = link.veto == nullptr && link.kind != LinkKind::kNone &&
                     link.score >= kLinkThreshold;
  v1::Step linked_step =
      MakeStep(links ? v1::Step::YES : v1::Step::NO, std::move(why));
  for (const LinkPart& part : link.parts) {
    linked_step.add_parts()->set_text(
        absl::StrCat(part.NameText(), " ", part.value, " (counts ", part.weight,
                     " of 100)"));
  }
  *out.step.add_parts() = std::move(linked_step);
  // Rules are asked about pairs that are held to be about one thing.
  if (links) {
    ExplainRules(rules, choice, corpus, link, out.compared, &out.step);
  }
  return out;
}

}  // namespace

v1::Step ExplainPlaces(const RuleSet& rules, const RuleChoice& choice,
                       const LinkedDocuments& linked, LinePlace a,
                       LinePlace b) {
  const Corpus& corpus = *linked.corpus;
  const std::vector<ClaimRef> left = ClaimsAt(corpus, a);
  const std::vector<ClaimRef> right = ClaimsAt(corpus, b);
  const auto count = [](size_t claims) {
    return absl::StrCat(claims, claims == 1 ? " claim" : " claims");
  };
  v1::Step root = MakeStep(
      v1::Step::TRUTH_UNSPECIFIED,
      absl::StrCat(count(left.size()), " at ", corpus.document(a.document).id,
                   ":", a.line, ", ", count(right.size()), " at ",
                   corpus.document(b.document).id, ":", b.line));
  std::vector<ExplainedPair> alike;
  size_t pairs = 0, unlike = 0;
  for (const ClaimRef l : left) {
    for (const ClaimRef r : right) {
      if (l == r || ++pairs > kMostPairs) continue;
      ExplainedPair pair = ExplainPairOf(rules, choice, linked, l, r);
      if (pair.alike) {
        alike.push_back(std::move(pair));
      } else {
        ++unlike;
      }
    }
  }
  // What came nearest to a finding first.
  std::stable_sort(alike.begin(), alike.end(),
                   [](const ExplainedPair& x, const ExplainedPair& y) {
                     const bool fires_x = x.step.truth() == v1::Step::YES;
                     const bool fires_y = y.step.truth() == v1::Step::YES;
                     if (fires_x != fires_y) return fires_x;
                     if (x.compared != y.compared) return x.compared;
                     return x.score > y.score;
                   });
  for (ExplainedPair& pair : alike) {
    *root.add_parts() = std::move(pair.step);
  }
  if (unlike > 0) {
    root.add_parts()->set_text(absl::StrCat(
        unlike, unlike == 1 ? " pair" : " pairs",
        " of different kinds (a date and a quotation, say), which are never "
        "compared"));
  }
  if (pairs > kMostPairs) {
    root.add_parts()->set_text(
        absl::StrCat("and ", pairs - kMostPairs, " more pairs"));
  }
  return root;
}

}  // namespace claimcheck
