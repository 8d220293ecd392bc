#ifndef CLAIMCHECK_RULES_LINK_STATED_ELSEWHERE_H_
#define CLAIMCHECK_RULES_LINK_STATED_ELSEWHERE_H_

#include <cstdint>
#include <vector>

#include "claims/extract/analysis.h"
#include "rules/link/slot_fillers.h"

namespace claimcheck {

// Which amounts and spans of two texts the other one states as well.  Each is
// looked for once, however many of the other text it is held against.
class StatedElsewhere {
 public:
  StatedElsewhere(const DocumentAnalysis& left, const SlotFillers& of_left,
                  const DocumentAnalysis& right, const SlotFillers& of_right)
      : left_(left),
        right_(right),
        left_fillers_(of_left),
        right_fillers_(of_right),
        left_amounts_(left.quantities.size()),
        right_amounts_(right.quantities.size()),
        left_spans_(left.times.size()),
        right_spans_(right.times.size()) {}

  // Whether the other text states either of two amounts.
  bool Amounts(uint32_t of_left, uint32_t of_right);
  bool Spans(uint32_t of_left, uint32_t of_right);

 private:
  enum class Answer : uint8_t { kNotAsked, kNo, kYes };
  template <typename Ask>
  static bool Once(Answer* answer, Ask ask) {
    if (*answer == Answer::kNotAsked) {
      *answer = ask() ? Answer::kYes : Answer::kNo;
    }
    return *answer == Answer::kYes;
  }

  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  const SlotFillers& left_fillers_;
  const SlotFillers& right_fillers_;
  std::vector<Answer> left_amounts_, right_amounts_, left_spans_, right_spans_;
};

// Two tellings of one amount, of which neither text has the other's too.  By their
// indices.
bool AmountsDiffer(const DocumentAnalysis& left, uint32_t of_left,
                   const DocumentAnalysis& right, uint32_t of_right,
                   StatedElsewhere* stated);

// The same of spans of time: "sentenced to six years", "to eight years".
bool SpansDiffer(const DocumentAnalysis& left, uint32_t of_left,
                 const DocumentAnalysis& right, uint32_t of_right,
                 StatedElsewhere* stated);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STATED_ELSEWHERE_H_
