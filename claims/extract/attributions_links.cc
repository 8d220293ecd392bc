// What was found, put in order and tied together.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_work.h"

namespace claimcheck {
namespace {

class Links {
 public:
  explicit Links(AttributionWork* work)
      : doc_(work->doc), text_(work->text), s_(work->s) {}

  void Run() {
    Sort();
    LinkQuotes();
    LinkOuter();
    Resolve();
  }

 private:
  void Sort() {
    auto& all = doc_.attributions;
    for (Attribution& a : all) {
      if (a.content.empty()) a.content.push_back(a.cue);
    }
    s_.order.resize(all.size());
    for (uint32_t i = 0; i < all.size(); ++i) s_.order[i] = i;
    std::sort(s_.order.begin(), s_.order.end(), [&](uint32_t a, uint32_t b) {
      const Span x = all[a].content.front(), y = all[b].content.front();
      if (x.begin != y.begin) return x.begin < y.begin;
      if (x.end != y.end) return x.end > y.end;
      return all[a].cue < all[b].cue;
    });
    s_.sorted.clear();
    s_.open.assign(all.size(), 0);
    for (uint32_t i = 0; i < all.size(); ++i) {
      s_.sorted.push_back(all[s_.order[i]]);
      s_.open[s_.order[i]] = i;
    }
    all.swap(s_.sorted);
    for (Quote& quote : doc_.quotes) {
      if (quote.attribution != kNone) {
        quote.attribution = s_.open[quote.attribution];
      }
    }
  }

  // Mixed speech: a quotation inside a reported content.
  void LinkQuotes() {
    const auto& quotes = doc_.quotes;
    for (uint32_t a = 0; a < doc_.attributions.size(); ++a) {
      if (doc_.attributions[a].direct) continue;
      for (const Span& piece : doc_.attributions[a].content) {
        auto it = std::lower_bound(
            quotes.begin(), quotes.end(), piece.begin,
            [](const Quote& q, uint32_t b) { return q.content.begin < b; });
        for (; it != quotes.end() && it->content.end <= piece.end; ++it) {
          Quote& quote = doc_.quotes[it - quotes.begin()];
          if (quote.attribution == kNone && !quote.nested) {
            quote.attribution = a;
          }
        }
      }
    }
  }

  static bool Holds(const Attribution& a, Span span) {
    // The pieces are in order.
    const auto it = std::upper_bound(
        a.content.begin(), a.content.end(), span.begin,
        [](uint32_t b, const Span& piece) { return b < piece.begin; });
    return it != a.content.begin() && (it - 1)->Contains(span);
  }

  // The attribution whose content holds another's cue is its outer one.
  void LinkOuter() {
    auto& all = doc_.attributions;
    s_.open.clear();
    for (uint32_t a = 0; a < all.size(); ++a) {
      const uint32_t begin = all[a].content.front().begin;
      while (!s_.open.empty() &&
             all[s_.open.back()].content.back().end <= begin) {
        s_.open.pop_back();
      }
      for (size_t k = s_.open.size(); k-- > 0 && s_.open.size() - k <= 8;) {
        const uint32_t o = s_.open[k];
        if (Holds(all[o], all[a].cue)) {
          all[a].outer = o;
          break;
        }
      }
      s_.open.push_back(a);
    }
  }

  // Entities of the speakers; a pronoun that names does not know is the person
  // who spoke last.
  void Resolve() {
    auto& all = doc_.attributions;
    s_.order.resize(all.size());
    for (uint32_t i = 0; i < all.size(); ++i) s_.order[i] = i;
    std::sort(s_.order.begin(), s_.order.end(), [&](uint32_t a, uint32_t b) {
      return all[a].cue.begin != all[b].cue.begin
                 ? all[a].cue.begin < all[b].cue.begin
                 : a < b;
    });
    uint32_t last = kNone, last_sentence = 0;
    for (uint32_t i : s_.order) {
      Attribution& a = all[i];
      if (a.speaker_name != kNone) {
        a.speaker_entity = doc_.names[a.speaker_name].entity;
      }
      const absl::string_view word = text_.Text(a.speaker);
      const bool he = word == "he" || word == "He";
      const bool she = word == "she" || word == "She";
      if (a.speaker_entity == kNone && (he || she) && last != kNone &&
          a.sentence <= last_sentence + 3) {
        const Entity::Gender gender = doc_.entities[last].gender;
        if (gender == Entity::kNoGender ||
            gender == (he ? Entity::kMale : Entity::kFemale)) {
          a.speaker_entity = last;
        }
      }
      if (a.speaker_entity != kNone &&
          doc_.entities[a.speaker_entity].type == NameType::kPerson) {
        last = a.speaker_entity;
        last_sentence = a.sentence;
      }
    }
  }
  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  AttributionScratch& s_;
};

}  // namespace

void LinkAttributions(AttributionWork* work) { Links(work).Run(); }

}  // namespace claimcheck
