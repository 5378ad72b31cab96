// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"

#include <QLatin1String>
#include <QList>
#include <QString>

class QWidget;

namespace kairos::ui {

/// The tabs of a chart by their stable ids, in their order (Ctrl+1 to Ctrl+7).
inline constexpr QLatin1String kTabOverview("overview");
inline constexpr QLatin1String kTabPlan("plan");
inline constexpr QLatin1String kTabSessions("sessions");
inline constexpr QLatin1String kTabRatings("ratings");
inline constexpr QLatin1String kTabMedication("medication");
inline constexpr QLatin1String kTabDocuments("documents");
inline constexpr QLatin1String kTabHistory("history");

/// A tab of the chart: its id and its words.
struct ChartTab {
    QString id;
    QString title;

    bool operator==(const ChartTab&) const = default;
};

/// Makes the pages of other rooms. The chart asks it for its tabs by id; the shell implements it.
class PageFactory {
public:
    PageFactory() = default;
    virtual ~PageFactory() = default;
    Q_DISABLE_COPY_MOVE(PageFactory)

    /// The tabs of a chart in their order.
    [[nodiscard]] virtual QList<ChartTab> chartTabs() const = 0;
    /// A new page for one patient, owned by `parent`. \pre `tab` is one of chartTabs()
    [[nodiscard]] virtual QWidget* makeChartTab(const QString& tab, record::PatientId patient,
                                                QWidget* parent) = 0;
};

} // namespace kairos::ui
