// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include <QLatin1String>
#include <QList>
#include <QString>

namespace kairos::ui {

/// The tabs of a chart by their stable ids, in their order (Ctrl+1 to Ctrl+9).
inline constexpr QLatin1String kTabOverview("overview");
inline constexpr QLatin1String kTabPlan("plan");
inline constexpr QLatin1String kTabSessions("sessions");
inline constexpr QLatin1String kTabThread("thread");
inline constexpr QLatin1String kTabSheets("sheets");
inline constexpr QLatin1String kTabRatings("ratings");
inline constexpr QLatin1String kTabMedication("medication");
inline constexpr QLatin1String kTabDocuments("documents");
inline constexpr QLatin1String kTabHistory("history");

/// Where in a tab the hand goes on, for a ChartPlace.
inline constexpr QLatin1String kPartScreening("screening");    ///< of kTabMedication
inline constexpr QLatin1String kPartConsents("consents");      ///< of kTabMedication
inline constexpr QLatin1String kPartDoses("doses");            ///< of kTabSessions: side by side
inline constexpr QLatin1String kPartAdverse("adverse");        ///< of kTabSessions: the adverse events
inline constexpr QLatin1String kPartNewAdverse("new-adverse"); ///< of kTabSessions: the form of a new one
inline constexpr QLatin1String kPartOrders("orders");          ///< of kTabPlan
inline constexpr QLatin1String kPartChecks("checks");          ///< of kTabPlan: what repeated doses ask for

/// A tab of the chart: its id and its words.
struct ChartTab {
    QString id;
    QString title;

    bool operator==(const ChartTab&) const = default;
};

/// Makes the pages of other rooms: the chart asks it for its tabs by id. The shell implements it.
class PageFactory {
public:
    PageFactory() = default;
    virtual ~PageFactory() = default;
    Q_DISABLE_COPY_MOVE(PageFactory)

    /// Whether a room brings pages for this kind of place.
    [[nodiscard]] virtual bool has(const Place& place) const = 0;
    /// A new page, owned by `parent`; null where no room brings one.
    [[nodiscard]] virtual Page* make(const Place& place, PageContext& context, QWidget* parent) = 0;

    /// The tabs of a chart that rooms bring, in their order.
    [[nodiscard]] virtual QList<ChartTab> chartTabs() const = 0;
    /// A new tab for one patient, owned by `parent`; null where no room brings it.
    [[nodiscard]] virtual Page* makeChartTab(const QString& tab, const record::PatientId& patient,
                                             PageContext& context, QWidget* parent) = 0;
};

} // namespace kairos::ui
