#include "rules/facts/claim_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rules/facts/question.h"
#include "rules/facts/words_around.h"
#include "rules/link/entity_table.h"

namespace claimcheck {
namespace {

// Third person singular of a class name: "arrive" -> "arrives".
std::string Verb(absl::string_view cls, bool plural) {
  if (plural || cls.empty()) return std::string(cls);
  if (absl::EndsWith(cls, "y") && cls.size() > 1 &&
      !absl::StrContains("aeiou", cls.substr(cls.size() - 2, 1))) {
    return absl::StrCat(cls.substr(0, cls.size() - 1), "ies");
  }
  const bool es = absl::EndsWith(cls, "s") || absl::EndsWith(cls, "sh") ||
                  absl::EndsWith(cls, "ch") || absl::EndsWith(cls, "x");
  return absl::StrCat(cls, es ? "es" : "s");
}

const char* InstanceWord(Instance instance) {
  switch (instance) {
    case Instance::kFirst: return "first";
    case Instance::kLast: return "last";
    case Instance::kNext: return "next";
    default: return "";
  }
}

std::string Names(const Corpus& corpus, const std::vector<uint32_t>& ids) {
  std::vector<absl::string_view> names;
  for (uint32_t id : ids) names.push_back(corpus.EntityName(id));
  if (names.size() > 3) names.resize(3);
  if (names.size() < 2) return absl::StrJoin(names, "");
  const absl::string_view last = names.back();
  names.pop_back();
  return absl::StrCat(absl::StrJoin(names, ", "), " and ", last);
}

std::string EventSubject(const Corpus& corpus, ClaimRef ref) {
  const Event* event = corpus.event(ref);
  if (event == nullptr) return Shorten(corpus.Sentence(ref), 60);
  std::vector<uint32_t> who, where;
  corpus.Participants(ref, &who);
  corpus.Places(ref, &where);
  std::string out = Names(corpus, who);
  std::string verb = Verb(event->cls, who.size() != 1);
  const absl::string_view instance = InstanceWord(event->instance);
  if (out.empty()) {
    out = absl::StrCat(event->nominal ? "the " : "", instance,
                       instance.empty() ? "" : " ",
                       corpus.document(ref.document).text.Text(event->trigger));
  } else {
    absl::StrAppend(&out, " ", verb);
    if (!instance.empty()) absl::StrAppend(&out, " (", instance, ")");
  }
  // The place is the question of a place claim, not part of it.
  if (corpus.claim(ref).kind != ClaimKind::kEventPlace && !where.empty()) {
    const absl::string_view place = corpus.EntityName(where[0]);
    absl::StrAppend(&out, " ", PrepositionOf(place), " ", place);
  }
  return out;
}

// "Spanish President Mariano Rajoy": the words before the name belong to it.
std::string NameWithTitle(const Corpus& corpus, ClaimRef ref) {
  const DocumentAnalysis& doc = corpus.document(ref.document);
  const NameMention& name = doc.names[corpus.claim(ref).name];
  TokenRange tokens = name.tokens;
  tokens.begin = std::min(tokens.begin, name.phrase.begin);
  return Shorten(doc.text.Text(doc.text.SpanOf(tokens)), 80);
}

}  // namespace

std::string Letters(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    const unsigned char u = static_cast<unsigned char>(c);
    if (u >= 0x80 || absl::ascii_isalnum(u)) {
      out.push_back(absl::ascii_tolower(u));
    }
  }
  return out;
}

std::string Shorten(absl::string_view text, size_t limit) {
  std::string flat(text);
  for (char& c : flat) {
    if (absl::ascii_isspace(static_cast<unsigned char>(c))) c = ' ';
  }
  if (flat.size() <= limit) return flat;
  size_t cut = flat.rfind(' ', limit);
  if (cut == std::string::npos || cut < limit / 2) {
    cut = limit;
    while (cut > 0 && (flat[cut] & 0xC0) == 0x80) --cut;
  }
  flat.resize(cut);
  return absl::StrCat(flat, " …");
}

std::string ClaimValue(const Corpus& corpus, ClaimRef ref) {
  const ClaimRecord& claim = corpus.claim(ref);
  switch (claim.kind) {
    case ClaimKind::kEventTime:
    case ClaimKind::kDuration:
      return claim.time == kNone ? "" : ToDisplay(corpus.time(ref)->value);
    case ClaimKind::kEventPlace: {
      const NameMention* place = corpus.place(ref);
      return place == nullptr
                 ? ""
                 : std::string(corpus.document(ref.document)
                                   .text.Text(place->span));
    }
    case ClaimKind::kQuantity:
      return ToDisplay(corpus.quantity(ref)->value);
    case ClaimKind::kStatement: {
      const Attribution* a = corpus.attribution(ref);
      const uint32_t speaker = corpus.Speaker(ref);
      if (speaker != kNone) return std::string(corpus.EntityName(speaker));
      return a == nullptr ? ""
                          : std::string(corpus.document(ref.document)
                                            .text.Text(a->speaker));
    }
    case ClaimKind::kName:
      return NameWithTitle(corpus, ref);
    case ClaimKind::kQuotation:
    case ClaimKind::kSuperlative:
    case ClaimKind::kNone:
      return Shorten(corpus.Text(ref), 80);
  }
  return "";
}

std::string ClaimSubject(const Corpus& corpus, ClaimRef ref) {
  const ClaimRecord& claim = corpus.claim(ref);
  switch (claim.kind) {
    case ClaimKind::kEventTime:
    case ClaimKind::kEventPlace:
      return EventSubject(corpus, ref);
    case ClaimKind::kDuration:
      return claim.event == kNone ? "how long" : EventSubject(corpus, ref);
    case ClaimKind::kQuantity: {
      const QuantityMention& q = *corpus.quantity(ref);
      const TokenizedText& text = corpus.document(ref.document).text;
      if (!q.counted.empty()) {
        return Shorten(text.Text(text.SpanOf(q.counted)), 60);
      }
      std::vector<uint32_t> who;
      corpus.Participants(ref, &who);
      if (claim.event != kNone && !who.empty()) return EventSubject(corpus, ref);
      std::string around =
          WordsAround(corpus, ref.document, claim.sentence, claim.span);
      return around.empty() ? "an amount" : around;
    }
    case ClaimKind::kQuotation: {
      const uint32_t speaker = corpus.Speaker(ref);
      return absl::StrCat(speaker == kNone ? "" : corpus.EntityName(speaker),
                          speaker == kNone ? "" : ": ", "“",
                          Shorten(corpus.Text(ref), 48), "”");
    }
    case ClaimKind::kName:
      return std::string(corpus.Text(ref));
    case ClaimKind::kStatement:
    case ClaimKind::kSuperlative:
    case ClaimKind::kNone:
      return absl::StrCat("“", Shorten(corpus.Text(ref), 60), "”");
  }
  return "";
}

std::string ClaimKey(const Corpus& corpus, ClaimRef ref) {
  const ClaimRecord& claim = corpus.claim(ref);
  std::string key = absl::StrCat(static_cast<int>(claim.kind), "|");
  if (const Event* event = corpus.event(ref); event != nullptr) {
    absl::StrAppend(&key, event->cls);
  }
  std::vector<uint32_t> ids;
  corpus.Participants(ref, &ids);
  std::vector<std::string> names;
  for (uint32_t id : ids) names.push_back(NormalizeName(corpus.EntityName(id)));
  std::sort(names.begin(), names.end());
  absl::StrAppend(&key, "|", absl::StrJoin(names, ","), "|");
  switch (claim.kind) {
    case ClaimKind::kEventTime:
    case ClaimKind::kDuration:
      if (claim.time != kNone) {
        absl::StrAppend(&key, corpus.time(ref)->value.timex.view());
      }
      break;
    case ClaimKind::kQuantity: {
      const QuantityValue& v = corpus.quantity(ref)->value;
      absl::StrAppend(&key, ToString(v.written), v.unit, v.counted);
      break;
    }
    default: {
      absl::StrAppend(&key, Letters(corpus.Text(ref)));
    }
  }
  return key;
}

}  // namespace claimcheck
