#include "rules/link/relation_words.h"

#include <initializer_list>

#include "claims/text/stem.h"

namespace claimcheck {
namespace {

using Stems = absl::flat_hash_set<uint32_t>;

Stems MakeStems(std::initializer_list<absl::string_view> words) {
  Stems stems;
  for (const absl::string_view word : words) stems.insert(StemHash(word));
  return stems;
}

}  // namespace

const absl::flat_hash_map<uint32_t, Normal>& NormalVerbs() {
  static const auto* const verbs = [] {
    auto* map = new absl::flat_hash_map<uint32_t, Normal>();
    for (absl::string_view verb : {"succeed", "replace", "supersede", "follow"}) {
      map->emplace(StemHash(verb), Normal{Relation::kSuccession, false});
    }
    map->emplace(StemHash("precede"), Normal{Relation::kSuccession, true});
    for (absl::string_view verb :
         {"beat", "defeat", "overcome", "vanquish", "outplay", "trounce"}) {
      map->emplace(StemHash(verb), Normal{Relation::kVictory, false});
    }
    return map;
  }();
  return *verbs;
}

const absl::flat_hash_map<uint32_t, Normal>& NormalNouns() {
  static const auto* const nouns = [] {
    auto* map = new absl::flat_hash_map<uint32_t, Normal>();
    map->emplace(StemHash("successor"), Normal{Relation::kSuccession, false});
    map->emplace(StemHash("predecessor"), Normal{Relation::kSuccession, true});
    for (absl::string_view noun : {"father", "mother", "parent"}) {
      map->emplace(StemHash(noun), Normal{Relation::kParent, false});
    }
    for (absl::string_view noun : {"son", "daughter"}) {
      map->emplace(StemHash(noun), Normal{Relation::kParent, true});
    }
    for (absl::string_view noun : {"wife", "husband", "widow", "spouse"}) {
      map->emplace(StemHash(noun), Normal{Relation::kSpouse, false});
    }
    for (absl::string_view noun : {"brother", "sister", "sibling"}) {
      map->emplace(StemHash(noun), Normal{Relation::kSibling, false});
    }
    return map;
  }();
  return *nouns;
}

const absl::flat_hash_set<uint32_t>& MutualVerbs() {
  static const Stems* const verbs = new Stems(MakeStems(
      {"meet",   "marry",   "divorce", "fight",  "face",    "join",  "merge",
       "play",   "differ",  "resemble", "kiss",  "debate",  "talk",  "agree",
       "argue",  "clash",   "match",   "know",   "equal",   "draw",  "tie",
       "be",     "have",    "contact", "call",   "love",    "hug",   "embrace",
       "greet",  "accompany", "rival", "border", "see",     "touch", "confront",
       "include", "involve", "exchange", "share", "miss", "need", "trade"}));
  return *verbs;
}

const absl::flat_hash_set<uint32_t>& DenyingWords() {
  static const Stems* const words = new Stems(MakeStems(
      {"refuse", "fail", "decline", "deny", "cancel", "reject", "prevent",
       "unable", "impossible", "forget", "avoid", "ban", "forbid", "block",
       "failure", "refusal", "lack", "stop", "cease", "quit", "halt",
       "bypass", "skip", "forgo", "waive", "scrap", "abandon"}));
  return *words;
}
const absl::flat_hash_set<uint32_t>& OpenWords() {
  static const Stems* const words = new Stems(MakeStems(
      {"consider", "propose", "threaten", "warn", "accuse", "suspect", "allege",
       "hope", "want", "wish", "fear", "urge", "ask", "demand", "request",
       "seek", "intend", "allow", "permit", "charge", "accusation", "suspicion",
       "proposal", "warrant", "risk", "threat", "possibility", "chance",
       "interest", "try", "attempt", "effort", "invite", "invitation", "bid",
       "suggest", "suggestion", "advocate", "discuss", "weigh", "mull",
       "willing", "ready", "likely", "possible", "encourage", "recommend",
       "trial"}));
  return *words;
}

bool IsUniqueRole(absl::string_view id) {
  static const auto* const roles = new absl::flat_hash_set<absl::string_view>{
      "president",      "prime minister",    "chancellor",
      "king",           "queen",             "pope",
      "chairman",       "general secretary", "foreign minister",
      "foreign secretary", "defence minister", "interior minister",
      "finance minister", "secretary general", "attorney general",
      "governor",       "mayor",             "chief executive"};
  return roles->contains(id);
}

bool DeniesWhatFollows(uint32_t stem) { return DenyingWords().contains(stem); }

}  // namespace claimcheck
