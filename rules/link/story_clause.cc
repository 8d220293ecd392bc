#include "rules/link/story_clause.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/roles.h"

namespace claimcheck {
namespace {

class ClauseReader {
 public:
  ClauseReader(StoryContext* story, SentenceRef at)
      : story_(*story), at_(at), doc_(story->document(at.document)) {}

  // Whether the word at `token` may be a verb that Read() takes, by its tag.
  static bool MayRead(StoryContext* story, SentenceRef at, uint32_t token) {
    const syntax::ParsedSentence& tags = story->Tagged(at);
    const int word = tags.WordOf(token);
    if (word == syntax::kNoWord) return false;
    const syntax::ParsedWord& tagged = tags.words[word];
    if (tagged.xpos == syntax::Xpos::kVBP ||
        tagged.xpos == syntax::Xpos::kVBG) {
      return false;
    }
    if (tagged.upos == syntax::Upos::kAdj) return true;
    if (tagged.upos != syntax::Upos::kVerb) return false;
    // "To sign": no clause of its own without one of these to go with it.
    return tagged.xpos != syntax::Xpos::kVB ||
           IsRefused(story->document(at.document), token) ||
           HasWord(*story, at, [](absl::string_view form) {
             return TellsAhead(form) || TellsAsFact(form);
           });
  }

  static bool MayBeNegated(const StoryContext& story, SentenceRef at,
                           uint32_t token) {
    return IsRefused(story.document(at.document), token) ||
           HasWord(story, at, [](absl::string_view form) {
             return form == "cannot" || syntax::IsNegation(form);
           });
  }

  // The clause of the verb at `token`.
  bool Read(uint32_t token, Clause* out) {
    const syntax::ParsedSentence& tree = story_.Parsed(at_);
    const int own = tree.WordOf(token);
    if (own == syntax::kNoWord) return false;
    // "Remained open", "found her guilty": the clause is that of the verb.
    const int above = tree.words[own].head;
    const bool state = tree.words[own].upos == syntax::Upos::kAdj &&
                       tree.words[own].relation == syntax::Relation::kXcomp &&
                       above != syntax::kNoWord &&
                       tree.words[above].upos == syntax::Upos::kVerb;
    const int word = state ? above : own;
    // "Were involved" is tagged as an adjective as often as not.
    const bool copular = !state && syntax::ChildOf(tree, word, syntax::Relation::kCop) !=
                         syntax::kNoWord;
    const bool passive = syntax::ChildOf(tree, word, syntax::Relation::kAux) !=
                         syntax::kNoWord;
    if (tree.words[word].upos != syntax::Upos::kVerb &&
        !((copular || passive) &&
          tree.words[word].upos == syntax::Upos::kAdj)) {
      return false;
    }
    if (tree.words[word].xpos == syntax::Xpos::kVBP ||
        tree.words[word].xpos == syntax::Xpos::kVBG) {
      return false;
    }
    bool base = tree.words[word].xpos == syntax::Xpos::kVB;
    // "Refused to sign", "failed to sign".
    const bool refused = IsRefused(doc_, token);
    if (refused) base = false;
    for (int w = tree.words[word].begin; w < tree.words[word].end; ++w) {
      if (tree.words[w].head != word) continue;
      const absl::string_view form =
          doc_.text.Folded(tree.source[w].tokens.begin);
      if (IsOneOf(form, {"has", "have", "had", "'ve"})) out->perfect = true;
      if (TellsAhead(form)) {
        out->ahead = true;
        base = false;
      } else if (TellsAsFact(form)) {
        base = false;
      } else if (tree.words[w].xpos == syntax::Xpos::kMD) {
        return false;
      }
      if (IsOneOf(form, {"if", "unless", "yet", "immediately", "only", "whether",
                         "longer", "still"})) {
        return false;
      }
    }
    if (base) return false;
    out->at = at_;
    out->verb = token;
    out->word = word;
    out->perfect |= refused;
    out->present = tree.words[word].xpos == syntax::Xpos::kVBZ && !copular &&
                   !state;
    out->negated = refused != syntax::IsNegated(tree, word);
    out->agent = story_.ReadParticipant(at_, syntax::AgentOf(tree, word));
    // "Had no lights".
    const int object = syntax::PatientOf(tree, word);
    const bool subject = copular || (state && object == syntax::kNoWord);
    const int what = subject ? syntax::SubjectOf(tree, word) : object;
    out->patient = story_.ReadParticipant(at_, what);
    if (object != syntax::kNoWord && HasNo(tree, object)) {
      out->negated = !out->negated;
    }
    if (subject) out->agent = Participant();
    AddListed(tree, what, &out->patient);
    out->speaker =
        story_.SpeakerAt(at_.document, doc_.text.tokens[token].span);
    const DraftWords& words = story_.words(at_.document);
    for (int w = tree.words[word].begin; w < tree.words[word].end; ++w) {
      const uint32_t t = tree.source[w].tokens.begin;
      if (w == word || w == own || !words.words[t].Is(DraftWord::kContent)) continue;
      if (Holds(out->agent, t) || Holds(out->patient, t)) continue;
      out->rest.push_back(t);
    }
    out->span = doc_.text.SpanOf(
        {tree.source[tree.words[word].begin].tokens.begin,
         tree.source[tree.words[word].end - 1].tokens.end});
    return true;
  }

 private:
  static bool TellsAhead(absl::string_view form) {
    return IsOneOf(form, {"will", "would", "wo", "'ll", "'d"});
  }
  static bool TellsAsFact(absl::string_view form) {
    return IsOneOf(form, {"did", "does"});
  }

  // A word of the sentence is such a one.
  template <typename Is>
  static bool HasWord(const StoryContext& story, SentenceRef at, Is is) {
    const TokenRange tokens = story.sources().Tokens(at);
    const TokenizedText& text = story.document(at.document).text;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (is(text.Folded(t))) return true;
    }
    return false;
  }

  // The verb at `token` is what somebody "refused to" do.
  static bool IsRefused(const DocumentAnalysis& doc, uint32_t token) {
    if (token < 2) return false;
    for (const LexHit& hit : doc.lex.At(token - 2)) {
      if (hit.cls == Lex::kNegationCue && hit.tokens == 2) return true;
    }
    return false;
  }

  bool HasNo(const syntax::ParsedSentence& tree, int noun) const {
    for (int w = tree.words[noun].begin; w < noun; ++w) {
      if (tree.words[w].head == noun &&
          doc_.text.Folded(tree.source[w].tokens.begin) == "no") {
        return true;
      }
    }
    return false;
  }

  // All of "the ministry, state police and local police", however the tree has
  // them hang together.
  void AddListed(const syntax::ParsedSentence& tree, int subject,
                 Participant* out) const {
    constexpr int kMostWords = 16;
    if (subject == syntax::kNoWord || !out->known) return;
    const syntax::WordRange all = syntax::SubtreeOf(tree, subject);
    if (all.end - all.begin > kMostWords) return;
    const DraftWords& words = story_.words(at_.document);
    for (int w = all.begin; w < all.end; ++w) {
      const uint32_t t = tree.source[w].tokens.begin;
      if (words.words[t].Is(DraftWord::kContent)) out->tokens.push_back(t);
    }
    std::sort(out->tokens.begin(), out->tokens.end());
    out->tokens.erase(std::unique(out->tokens.begin(), out->tokens.end()),
                      out->tokens.end());
  }

  static bool Holds(const Participant& who, uint32_t token) {
    return std::binary_search(who.tokens.begin(), who.tokens.end(), token);
  }

  StoryContext& story_;
  const SentenceRef at_;
  const DocumentAnalysis& doc_;
};

}  // namespace

bool MayBeNegated(const StoryContext& story, SentenceRef at, uint32_t token) {
  return ClauseReader::MayBeNegated(story, at, token);
}

bool MayReadClause(StoryContext* story, SentenceRef at, uint32_t token) {
  return ClauseReader::MayRead(story, at, token);
}

bool ReadClause(StoryContext* story, SentenceRef at, uint32_t token,
                Clause* out) {
  return ClauseReader(story, at).Read(token, out);
}

}  // namespace claimcheck
