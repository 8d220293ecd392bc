// The time line: a row an event, a column a stretch of time that somebody
// speaks of, a dot a telling.  Facts are filled, plans hollow.

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/report/page/page_parts.h"
#include "checker/report/page/time_axis.h"

namespace claimcheck {
namespace {

constexpr size_t kMostTimeColumns = 13;
// Events that several documents tell, or that are in dispute; others.
constexpr size_t kMostRows = 120;
constexpr size_t kMostSingleRows = 200;
constexpr int kRadius = 8;
constexpr int kAxisHeight = 36;

struct Dot {
  const v1::Evidence* telling = nullptr;
  size_t column = 0;
  int x = 0;
  int lane = 0;
};

struct Row {
  const v1::DatedEvent* event = nullptr;
  int finding = -1;     // that is about its date; -1: none
  bool shared = false;  // told by several documents
  int64_t earliest = 0;
  std::vector<std::pair<const v1::Evidence*, AxisTime>> tellings;
};

class Timeline {
 public:
  Timeline(const PageModel& page, const std::vector<Row>& rows)
      : page_(page), axis_(TimesOf(rows), kMostTimeColumns) {
    const int columns = static_cast<int>(axis_.columns().size());
    width_ = columns <= 7 ? 112 : columns <= 9 ? 88 : columns <= 11 ? 72 : 60;
  }

  void AppendAxis(Html* out) const {
    OpenSvg(kAxisHeight, "axis", out);
    for (size_t c = 0; c < axis_.columns().size(); ++c) {
      const TimeAxis::Column& column = axis_.columns()[c];
      const int x = static_cast<int>(c) * width_;
      out->Raw("<text x=\"")
          .Number(x + width_ / 2)
          .Raw("\" y=\"14\">")
          .Text(column.upper)
          .Raw("</text><text class=\"sub\" x=\"")
          .Number(x + width_ / 2)
          .Raw("\" y=\"28\">")
          .Text(column.lower)
          .Raw("</text>");
      if (column.gap) {
        out->Raw("<path class=\"gap\" d=\"M")
            .Number(x - 4)
            .Raw(" 24l4 -10m1 10l4 -10\"/>");
      }
    }
    out->Raw("</svg>");
  }

  void AppendRow(const Row& row, Html* out) const {
    std::vector<Dot> dots = Place(row);
    int lanes = 1;
    for (const Dot& dot : dots) lanes = std::max(lanes, dot.lane + 1);
    out->Raw("<li class=\"");
    out->Text(row.finding < 0 ? "same" : "differ");
    out->Raw("\"><div class=\"what\">");
    if (row.finding >= 0) {
      out->Raw("<a href=\"#f-")
          .Text(page_.Key(row.finding))
          .Raw("\"><span class=\"sev\">≠</span> ")
          .Text(row.event->title())
          .Raw("</a>");
    } else {
      out->Text(row.event->title());
    }
    out->Raw("</div>");
    const int height = lanes * (2 * kRadius + 3) + 7;
    OpenSvg(height, "lane", out);
    AppendSpan(dots, height, out);
    for (const Dot& dot : dots) AppendDot(dot, out);
    out->Raw("</svg></li>");
  }

 private:
  static std::vector<AxisTime> TimesOf(const std::vector<Row>& rows) {
    std::vector<AxisTime> times;
    for (const Row& row : rows) {
      for (const auto& telling : row.tellings) times.push_back(telling.second);
    }
    return times;
  }

  void OpenSvg(int height, absl::string_view kind, Html* out) const {
    const int width = static_cast<int>(axis_.columns().size()) * width_;
    out->Raw("<svg class=\"")
        .Text(kind)
        .Raw(" w")
        .Number(width_)
        .Raw("\" width=\"")
        .Number(width)
        .Raw("\" height=\"")
        .Number(height)
        .Raw("\" viewBox=\"0 0 ")
        .Number(width)
        .Raw(" ")
        .Number(height);
    // The dots are links with names of their own.
    if (kind == "axis") {
      out->Raw("\" aria-hidden=\"true\">");
    } else {
      out->Raw("\" role=\"group\">");
    }
  }

  // One dot for a document that says the same thing twice; dots that would
  // cover each other one above the other.
  std::vector<Dot> Place(const Row& row) const {
    std::set<std::tuple<std::string, int, int>> seen;
    std::vector<Dot> dots;
    for (const auto& [telling, time] : row.tellings) {
      Dot dot;
      dot.telling = telling;
      dot.column = axis_.ColumnOf(time);
      const int offset = TimeAxis::Offset(time, axis_.columns()[dot.column]);
      dot.x = static_cast<int>(dot.column) * width_ + kRadius + 2 +
              (width_ - 2 * kRadius - 4) * offset / 1000;
      if (!seen.emplace(telling->document_id(), telling->status(), dot.x)
               .second) {
        continue;
      }
      dots.push_back(dot);
    }
    std::stable_sort(dots.begin(), dots.end(),
                     [](const Dot& a, const Dot& b) { return a.x < b.x; });
    std::vector<int> right;  // of each lane, how far it is taken
    for (Dot& dot : dots) {
      size_t lane = 0;
      while (lane < right.size() && right[lane] > dot.x - kRadius) ++lane;
      if (lane == right.size()) right.push_back(0);
      right[lane] = dot.x + kRadius + 2;
      dot.lane = static_cast<int>(lane);
    }
    return dots;
  }

  static int CentreOf(const Dot& dot) {
    return 4 + kRadius + dot.lane * (2 * kRadius + 3);
  }

  // A line from the first version to the last, so that the eye finds both.
  static void AppendSpan(const std::vector<Dot>& dots, int height, Html* out) {
    if (dots.size() < 2 || dots.front().x == dots.back().x) return;
    out->Raw("<path class=\"reach\" d=\"M")
        .Number(dots.front().x)
        .Raw(" ")
        .Number(CentreOf(dots.front()))
        .Raw("L")
        .Number(dots.back().x)
        .Raw(" ")
        .Number(CentreOf(dots.back()))
        .Raw("\"/>");
  }

  void AppendDot(const Dot& dot, Html* out) const {
    const v1::Evidence& telling = *dot.telling;
    const std::string label = absl::StrCat(
        page_.Name(telling.document_id()), ":", telling.start().line(), ": ",
        telling.value(), ", ", StatusWord(telling.status()));
    const int y = CentreOf(dot);
    const std::string& tag = page_.Tag(telling.document_id());
    out->Raw("<a href=\"#")
        .Text(page_.PlaceId(telling))
        .Raw("\" class=\"")
        .Text(StatusClass(telling.status()))
        .Raw("\" aria-label=\"")
        .Text(label)
        .Raw("\"><title>")
        .Text(label)
        .Raw("</title><circle cx=\"")
        .Number(dot.x)
        .Raw("\" cy=\"")
        .Number(y)
        .Raw("\" r=\"")
        .Number(kRadius)
        .Raw("\"/><text x=\"")
        .Number(dot.x)
        .Raw("\" y=\"")
        .Number(y + 4)
        .Raw("\"");
    if (tag.size() > 2) out->Raw(" class=\"long\"");
    out->Raw(">").Text(tag).Raw("</text></a>");
  }

  const PageModel& page_;
  TimeAxis axis_;
  int width_ = 0;
};

std::vector<Row> ReadRows(const PageModel& page) {
  std::vector<Row> rows;
  for (const v1::DatedEvent& event : page.report().events()) {
    Row row;
    row.event = &event;
    std::set<std::string> documents;
    for (const v1::Evidence& telling : event.tellings()) {
      const std::optional<AxisTime> time =
          ToAxisTime(telling.claim().time().range());
      if (!time) continue;
      row.tellings.emplace_back(&telling, *time);
      documents.insert(telling.document_id());
      const int finding = page.FindingOf(telling);
      if (finding >= 0 && IsDisagreement(page.finding(finding).kind()) &&
          (row.finding < 0 || finding < row.finding)) {
        row.finding = finding;
      }
    }
    row.shared = documents.size() > 1;
    if (!row.tellings.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

void AppendRows(const PageModel& page, const std::vector<Row>& rows,
                absl::string_view label, Html* out) {
  const Timeline timeline(page, rows);
  out->Raw(
         "<div class=\"scroll timeline\" tabindex=\"0\" role=\"region\" "
         "aria-label=\"")
      .Text(label)
      .Raw("\"><div class=\"head\"><div class=\"what\"></div>");
  timeline.AppendAxis(out);
  out->Raw("</div><ul>");
  for (const Row& row : rows) timeline.AppendRow(row, out);
  out->Raw("</ul></div>");
}

void SayLeftOut(size_t count, Html* out) {
  if (count == 0) return;
  out->Raw("<p class=\"ctx\">")
      .Number(static_cast<int64_t>(count))
      .Raw(" more are left out here.</p>");
}

}  // namespace

void AppendTimeline(const PageModel& page, Html* out) {
  std::vector<Row> main, single;
  for (Row& row : ReadRows(page)) {
    (row.shared || row.finding >= 0 ? main : single).push_back(std::move(row));
  }
  if (main.empty() && single.empty()) return;
  out->Raw(
      "<section id=\"timeline\"><h2>Time line</h2><p class=\"lead legend\">"
      "<span class=\"status fact\">fact</span> <span class=\"status plan\">plan"
      "</span> <span class=\"status maybe\">possible</span> <span "
      "class=\"status denied\">denied</span> A letter is a document. Time runs "
      "to the right; where nobody names a day, it is cut.</p>");
  const size_t more = main.size() > kMostRows ? main.size() - kMostRows : 0;
  main.resize(main.size() - more);
  if (!main.empty()) AppendRows(page, main, "Time line", out);
  SayLeftOut(more, out);
  if (!single.empty()) {
    const size_t left_out =
        single.size() > kMostSingleRows ? single.size() - kMostSingleRows : 0;
    out->Raw("<details><summary>")
        .Number(static_cast<int64_t>(single.size()))
        .Raw(" more dated events, each told by one document</summary>");
    single.resize(single.size() - left_out);
    AppendRows(page, single, "Events told by one document", out);
    SayLeftOut(left_out, out);
    out->Raw("</details>");
  }
  out->Raw("</section>");
}

}  // namespace claimcheck
