#include "rules/link/word_alignment.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <string>

#include "claims/text/span.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// One word a blank; "..." puts a gap before the next word; a word in lower case
// of three letters or fewer is a function word.
std::vector<AlignWord> Words(const std::string& text) {
  std::vector<AlignWord> words;
  std::istringstream in(text);
  std::string w;
  bool gap = false;
  while (in >> w) {
    if (w == "...") {
      gap = true;
      continue;
    }
    AlignWord a;
    a.key = WordHash(w);
    a.stem = WordHash(w.back() == 's' ? w.substr(0, w.size() - 1) : w);
    a.content = w.size() > 3;
    a.gap_before = gap;
    gap = false;
    words.push_back(a);
  }
  return words;
}

// The alignment as text: "=" same, "~" alike, "x" other, "<" left only, ">"
// right only, with the index of the first pair before it.
std::string Align(const std::string& left, const std::string& right) {
  AlignScratch scratch;
  std::vector<AlignStep> steps;
  AlignWords(Words(left), Words(right), &scratch, &steps);
  if (steps.empty()) return "";
  std::string out = std::to_string(steps[0].left) + "," +
                    std::to_string(steps[0].right) + " ";
  for (const AlignStep& s : steps) {
    out += s.left == kNone                ? '>'
           : s.right == kNone             ? '<'
           : s.match == WordMatch::kSame  ? '='
           : s.match == WordMatch::kNone  ? 'x'
                                          : '~';
  }
  return out;
}

TEST(AlignWordsTest, FindsTheWordsInCommon) {
  EXPECT_EQ(Align("", "river"), "");
  EXPECT_EQ(Align("river", ""), "");
  EXPECT_EQ(Align("river bank", "river bank"), "0,0 ==");
  EXPECT_EQ(Align("stone", "river"), "");
  EXPECT_EQ(Align("the green river bank", "every green river bank"), "1,1 ===");
  EXPECT_EQ(Align("the harbour shall remain open", "harbour shall stay open"),
            "1,0 ==x=");
}

TEST(AlignWordsTest, TellsFormsOfOneWordFromTheSame) {
  EXPECT_EQ(Align("small harbours closed", "small harbour closed"), "0,0 =~=");
}

TEST(AlignWordsTest, LeavesOutWhatOneSideLacks) {
  EXPECT_EQ(Align("farmers will certainly receive money",
                  "farmers will receive money"),
            "0,0 ==<==");
  EXPECT_EQ(Align("farmers receive money", "farmers will soon receive money"),
            "0,0 =>>==");
}

TEST(AlignWordsTest, FunctionWordsAloneDoNotReachAcrossAGap) {
  EXPECT_EQ(Align("water of the north east", "iron of the sand dune"), "1,1 ==");
  // "of" lies too far off to be worth a gap.
  EXPECT_EQ(Align("brown stone bridge of", "brown stone bridge leads over of"),
            "0,0 ===");
}

TEST(AlignWordsTest, AnEllipsisBridgesAnyDistance) {
  const std::string middle =
      " alpha bravo delta echo foxtrot golf hotel india juliet kilo lima mike "
      "november oscar papa quebec romeo sierra tango uniform victor whiskey";
  EXPECT_EQ(Align("harbour" + middle + " open", "harbour open"), "0,0 =");
  const std::string bridged = Align("harbour" + middle + " open",
                                    "harbour ... open");
  EXPECT_EQ(bridged.front(), '0');
  EXPECT_EQ(bridged.back(), '=');
  EXPECT_EQ(std::count(bridged.begin(), bridged.end(), '<'), 22);
}

// Score of a path, from its steps alone, to hold the fast dynamic program
// against a plain one over all three states.
int PlainBest(const std::vector<AlignWord>& a,
              const std::vector<AlignWord>& b) {
  const int kNo = -1000000;
  const size_t m = a.size(), n = b.size();
  std::vector<std::vector<std::array<int, 3>>> t(
      m + 1, std::vector<std::array<int, 3>>(n + 1, {kNo, kNo, kNo}));
  int best = 0;
  for (size_t i = 0; i <= m; ++i) {
    for (size_t j = 0; j <= n; ++j) {
      if (i > 0 && j > 0) {
        const auto& d = t[i - 1][j - 1];
        int score = -7;
        if (a[i - 1].key == b[j - 1].key) {
          score = a[i - 1].content ? 24 : 8;
        } else if (a[i - 1].stem == b[j - 1].stem) {
          score = a[i - 1].content ? 20 : 8;
        }
        t[i][j][0] = score + std::max({0, d[0], d[1], d[2]});
        best = std::max(best, t[i][j][0]);
      }
      if (i > 0) {
        const bool free = j < n && b[j].gap_before;
        t[i][j][1] = std::max(t[i - 1][j][0] - (free ? 0 : 9),
                              t[i - 1][j][1] - (free ? 0 : 1));
      }
      if (j > 0) {
        const bool free = i < m && a[i].gap_before;
        t[i][j][2] = std::max(
            {t[i][j - 1][0] - (free ? 0 : 9), t[i][j - 1][1] - (free ? 0 : 9),
             t[i][j - 1][2] - (free ? 0 : 1)});
      }
    }
  }
  return best;
}

int ScoreOf(const std::vector<AlignStep>& steps,
            const std::vector<AlignWord>& a, const std::vector<AlignWord>& b) {
  int score = 0;
  uint32_t i = 0, j = 0;
  for (size_t s = 0; s < steps.size(); ++s) {
    const AlignStep& step = steps[s];
    if (step.left != kNone && step.right != kNone) {
      score += step.match == WordMatch::kSame ? (a[step.left].content ? 24 : 8)
               : step.match == WordMatch::kStem
                   ? (a[step.left].content ? 20 : 8)
                   : -7;
      i = step.left + 1, j = step.right + 1;
    } else if (step.right == kNone) {
      const bool opens = s == 0 || steps[s - 1].right != kNone;
      if (!(j < b.size() && b[j].gap_before)) score -= opens ? 9 : 1;
      i = step.left + 1;
    } else {
      const bool opens = s == 0 || steps[s - 1].left != kNone;
      if (!(i < a.size() && a[i].gap_before)) score -= opens ? 9 : 1;
      j = step.right + 1;
    }
  }
  return score;
}

TEST(AlignWordsTest, IsAsGoodAsThePlainProgram) {
  const char* kWords[] = {"the", "of",    "river", "rivers", "bank",
                          "...", "stone", "stones", "a",     "open"};
  std::mt19937 random(7);
  AlignScratch scratch;
  std::vector<AlignStep> steps;
  for (int round = 0; round < 3000; ++round) {
    std::string texts[2];
    for (std::string& text : texts) {
      const int length = random() % 14;
      for (int k = 0; k < length; ++k) text += std::string(kWords[random() % 10]) + " ";
    }
    const auto a = Words(texts[0]), b = Words(texts[1]);
    AlignWords(a, b, &scratch, &steps);
    ASSERT_EQ(ScoreOf(steps, a, b), PlainBest(a, b))
        << texts[0] << "|" << texts[1];
    // Steps go forward on both sides and begin and end with a match.
    uint32_t i = 0, j = 0;
    for (const AlignStep& s : steps) {
      if (s.left != kNone) {
        ASSERT_TRUE(&s == &steps[0] || s.left == i) << texts[0];
        i = s.left + 1;
      }
      if (s.right != kNone) {
        ASSERT_TRUE(&s == &steps[0] || s.right == j) << texts[1];
        j = s.right + 1;
      }
    }
    if (!steps.empty()) {
      ASSERT_NE(steps.front().match, WordMatch::kNone);
      ASSERT_NE(steps.back().match, WordMatch::kNone);
    }
  }
}

TEST(AlignWordsTest, IsBounded) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i % 7) + " ";
  AlignScratch scratch;
  std::vector<AlignStep> steps;
  AlignWords(Words(text), Words(text), &scratch, &steps);
  EXPECT_EQ(steps.size(), kMaxAlignedWords);
}

}  // namespace
}  // namespace claimcheck
