// The time line: a row an event, a column a stretch of time that somebody
// speaks of, a dot a telling.  Facts are filled, plans hollow.

#include <algorithm>
#include <cstdlib>
#include <optional>
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
constexpr int kMostOnAPhone = 7;
// Events that several documents tell, or that are in dispute; others.
constexpr size_t kMostRows = 120;
constexpr size_t kMostSingleRows = 200;
constexpr int kRadius = 8;
constexpr int kAxisHeight = 36;

// Places are shares of the width, so that the line fits every screen; dots are
// kept apart as on a narrow one, where a column has so many pixels.
constexpr int kNarrowColumn = 46;

struct Dot {
  const v1::Evidence* telling = nullptr;
  int x = 0;  // in thousandths of a column, from the left end
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
      : page_(page), axis_(TimesOf(rows), kMostTimeColumns) {}

  int columns() const { return static_cast<int>(axis_.columns().size()); }

  void AppendAxis(Html* out) const {
    OpenSvg(kAxisHeight, "axis", out);
    for (int c = 0; c < columns(); ++c) {
      const TimeAxis::Column& column = axis_.columns()[c];
      AppendText("", 1000 * c + 500, 14, column.upper, out);
      AppendText("sub", 1000 * c + 500, 28, column.lower, out);
      if (column.gap) AppendText("gap", 1000 * c, 21, "//", out);
    }
    out->Raw("</svg>");
  }

  void AppendRow(const Row& row, Html* out) const {
    const std::vector<Dot> dots = Place(row);
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
    OpenSvg(lanes * (2 * kRadius + 3) + 7, "lane", out);
    AppendReach(dots, out);
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
    out->Raw("<svg class=\"").Text(kind).Raw(" n").Number(columns());
    out->Raw("\" width=\"100%\" height=\"").Number(height);
    // The dots are links with names of their own.
    if (kind == "axis") {
      out->Raw("\" aria-hidden=\"true\">");
    } else {
      out->Raw("\" role=\"group\">");
    }
  }

  // `x` as a share of the width: "42.85%".
  void AppendShare(int x, Html* out) const {
    const int share = x * 10 / columns();  // in hundredths of a per cent
    out->Number(share / 100);
    if (share % 100 != 0) {
      out->Raw(".");
      if (share % 100 < 10) out->Raw("0");
      out->Number(share % 100);
    }
    out->Raw("%");
  }

  void AppendText(absl::string_view kind, int x, int y, absl::string_view text,
                  Html* out) const {
    if (text.empty()) return;
    out->Raw("<text x=\"");
    AppendShare(x, out);
    out->Raw("\" y=\"").Number(y);
    if (!kind.empty()) out->Raw("\" class=\"").Text(kind);
    out->Raw("\">").Text(text).Raw("</text>");
  }

  // One dot for a document that says the same thing twice; dots that would
  // cover each other one above the other.
  std::vector<Dot> Place(const Row& row) const {
    std::set<std::tuple<std::string, int, int>> seen;
    std::vector<Dot> dots;
    for (const auto& [telling, time] : row.tellings) {
      Dot dot;
      dot.telling = telling;
      const size_t column = axis_.ColumnOf(time);
      const int offset = TimeAxis::Offset(time, axis_.columns()[column]);
      dot.x = static_cast<int>(column) * 1000 + 200 + 600 * offset / 1000;
      if (!seen.emplace(telling->document_id(), telling->status(), dot.x)
               .second) {
        continue;
      }
      dots.push_back(dot);
    }
    std::stable_sort(dots.begin(), dots.end(),
                     [](const Dot& a, const Dot& b) { return a.x < b.x; });
    // The first and the last dot stand on one line, the others where there is
    // room.
    std::vector<std::vector<int>> lanes;
    for (size_t i = 0; i < dots.size(); ++i) {
      Dot& dot = i == 1 ? dots.back() : dots[i < 2 ? 0 : i - 1];
      size_t lane = 0;
      while (lane < lanes.size() && !HasRoom(lanes[lane], dot.x)) ++lane;
      if (lane == lanes.size()) lanes.emplace_back();
      lanes[lane].push_back(dot.x);
      dot.lane = static_cast<int>(lane);
    }
    return dots;
  }

  static bool HasRoom(const std::vector<int>& lane, int x) {
    constexpr int kApart = (2 * kRadius + 2) * 1000 / kNarrowColumn;
    return std::all_of(lane.begin(), lane.end(), [x](int other) {
      return std::abs(x - other) >= kApart;
    });
  }

  static int CentreOf(const Dot& dot) {
    return 4 + kRadius + dot.lane * (2 * kRadius + 3);
  }

  // A line from the first version to the last, so that the eye finds both.
  void AppendReach(const std::vector<Dot>& dots, Html* out) const {
    if (dots.size() < 2 || dots.front().lane != dots.back().lane) return;
    out->Raw("<line class=\"reach\" x1=\"");
    AppendShare(dots.front().x, out);
    out->Raw("\" y1=\"").Number(CentreOf(dots.front())).Raw("\" x2=\"");
    AppendShare(dots.back().x, out);
    out->Raw("\" y2=\"").Number(CentreOf(dots.back())).Raw("\"/>");
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
        .Raw("</title><circle cx=\"");
    AppendShare(dot.x, out);
    out->Raw("\" cy=\"").Number(y).Raw("\" r=\"").Number(kRadius).Raw("\"/>");
    AppendText(tag.size() > 2 ? "long" : "", dot.x, y + 4, tag, out);
    out->Raw("</a>");
  }

  const PageModel& page_;
  const TimeAxis axis_;
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
      .Raw("\"><div class=\"plot")
      .Text(timeline.columns() > kMostOnAPhone ? " many" : "")
      .Raw(
          "\"><div class=\"head\"><div "
          "class=\"what\"></div>");
  timeline.AppendAxis(out);
  out->Raw("</div><ul>");
  for (const Row& row : rows) timeline.AppendRow(row, out);
  out->Raw("</ul></div></div>");
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
