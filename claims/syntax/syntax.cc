#include "claims/syntax/syntax.h"

#include <algorithm>

#include "claims/base/check.h"
#include "claims/syntax/weights.h"

namespace claimcheck {
namespace syntax {
namespace {

// Where the piece that begins at `begin` ends.
int PieceEnd(const std::vector<absl::string_view>& forms, int begin) {
  const int size = static_cast<int>(forms.size());
  if (size - begin <= Syntax::kMaxWords) return size;
  const int last = begin + Syntax::kMaxWords;
  // The strongest mark in the later half.
  for (absl::string_view marks : {";-", ","}) {
    for (int i = last; i > begin + Syntax::kMaxWords / 2; --i) {
      if (forms[i - 1].size() == 1 &&
          marks.find(forms[i - 1][0]) != absl::string_view::npos) {
        return i;
      }
    }
  }
  return last;
}

// The first root stands above all pieces.
void SpanAll(int first_root, ParsedSentence* out) {
  if (first_root == kNoWord) return;
  out->words[first_root].begin = 0;
  out->words[first_root].end = out->size();
}

}  // namespace

int ParsedSentence::WordOf(uint32_t token) const {
  const auto found = std::upper_bound(
      source.begin(), source.end(), token,
      [](uint32_t t, const SyntaxWord& word) { return t < word.tokens.end; });
  if (found == source.end() || found->tokens.begin > token) return kNoWord;
  return static_cast<int>(found - source.begin());
}

const Syntax& Syntax::Embedded() {
  static const Syntax* const embedded = [] {
    auto* syntax = new Syntax;
    CLAIMCHECK_CHECK(
        syntax->Open(TaggerWeights(), ParserWeights(), NameWeights()));
    return syntax;
  }();
  return *embedded;
}

bool Syntax::Open(absl::string_view tagger, absl::string_view parser,
                  absl::string_view names) {
  return tagger_.Open(tagger) && parser_.Open(parser) && names_.Open(names);
}

void Syntax::Parse(const TokenizedText& text, TokenRange range,
                   const SyntaxOptions& options, SyntaxScratch* scratch,
                   ParsedSentence* out) const {
  CutWords(text, range, &out->source);
  out->forms.clear();
  for (const SyntaxWord& word : out->source) {
    out->forms.push_back(text.Text(word.span));
  }
  ParseForms(options, scratch, out);
}

void Syntax::Parse(absl::Span<const absl::string_view> forms,
                   SyntaxScratch* scratch, ParsedSentence* out) const {
  out->source.clear();
  out->forms.assign(forms.begin(), forms.end());
  ParseForms({}, scratch, out);
}

void Syntax::ParseForms(const SyntaxOptions& options, SyntaxScratch* scratch,
                        ParsedSentence* out) const {
  const int size = static_cast<int>(out->forms.size());
  out->words.assign(size, ParsedWord{});
  out->tags.resize(size);
  out->second_tags.resize(size);
  out->names.clear();
  int first_root = kNoWord;
  for (int begin = 0; begin < size;) {
    const int end = PieceEnd(out->forms, begin);
    TaggedWords& tagged = scratch->tagged;
    tagged.Read(absl::MakeConstSpan(out->forms).subspan(begin, end - begin),
                tagger_.words());
    tagger_.Tag(&tagged);
    std::copy(tagged.tags(), tagged.tags() + tagged.size,
              out->tags.begin() + begin);
    std::copy(tagged.seconds(), tagged.seconds() + tagged.size,
              out->second_tags.begin() + begin);
    for (int i = begin; i < end; ++i) {
      const JointTag tag = tagged.tags()[i - begin];
      out->words[i].upos = tagger_.upos(tag);
      out->words[i].xpos = tagger_.xpos(tag);
    }
    if (options.names) {
      names_.Find(tagged, tagger_, &scratch->runs, begin, &out->names);
    }
    if (options.tree) ParsePiece(begin, scratch, out, &first_root);
    begin = end;
  }
  SpanAll(first_root, out);
}

void Syntax::AddTree(SyntaxScratch* scratch, ParsedSentence* out) const {
  const int size = out->size();
  int first_root = kNoWord;
  for (int begin = 0; begin < size;) {
    const int end = PieceEnd(out->forms, begin);
    TaggedWords& tagged = scratch->tagged;
    tagged.Read(absl::MakeConstSpan(out->forms).subspan(begin, end - begin),
                tagger_.words());
    std::copy_n(out->tags.begin() + begin, tagged.size, tagged.tags());
    std::copy_n(out->second_tags.begin() + begin, tagged.size,
                tagged.seconds());
    ParsePiece(begin, scratch, out, &first_root);
    begin = end;
  }
  SpanAll(first_root, out);
}

void Syntax::ParsePiece(int begin, SyntaxScratch* scratch, ParsedSentence* out,
                        int* first_root) const {
  ParserState& state = scratch->state;
  parser_.Parse(scratch->tagged, &state);
  int root = kNoWord;
  for (int i = 0; i < state.size(); ++i) {
    const ParserState::Node& node = state.node(i);
    ParsedWord& word = out->words[begin + i];
    word.relation = static_cast<Relation>(node.relation);
    word.begin = begin + node.begin;
    word.end = begin + node.end;
    if (node.head == state.root()) {
      root = begin + i;
    } else {
      word.head = begin + node.head;
    }
  }
  if (*first_root == kNoWord) {
    *first_root = root;
  } else {
    out->words[root].head = *first_root;
    out->words[root].relation = Relation::kParataxis;
  }
}

}  // namespace syntax
}  // namespace claimcheck
