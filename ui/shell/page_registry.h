// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page_factory.h"

#include <array>
#include <functional>

namespace kairos::ui {

/// Which room makes which page. pages.cpp fills it; the navigator and the chart ask it.
class PageRegistry final : public PageFactory {
public:
    template <class P>
    using Maker = std::function<Page*(const P& place, PageContext& context, QWidget* parent)>;
    using TabMaker =
        std::function<Page*(const record::PatientId& patient, PageContext& context, QWidget* parent)>;
    using HeaderMaker = std::function<PatientHeaderBase*(PageContext& context, QWidget* parent)>;
    /// What stands on the rail beside a place: how many things need a person; 0 for nothing.
    using Badge = std::function<int(PageContext& context)>;

    /// Says who makes the pages of one kind of place, e.g. `add<TodayPlace>(…)`.
    template <class P>
    void add(Maker<P> maker) {
        m_makers[indexOf(kPlaceKind<P>)] = [maker = std::move(maker)](const Place& place,
                                                                      PageContext& context, QWidget* parent) {
            return maker(place.get<P>(), context, parent);
        };
    }
    template <class P>
    void addBadge(Badge badge) {
        m_badges[indexOf(kPlaceKind<P>)] = std::move(badge);
    }
    /// Adds a tab of the chart at the end. `id` is one of the kTab… ids.
    void addChartTab(const ChartTab& tab, TabMaker maker);
    /// Says who makes the header of a patient.
    void setPatientHeader(HeaderMaker maker) { m_header = std::move(maker); }

    [[nodiscard]] bool has(const Place& place) const override;
    [[nodiscard]] Page* make(const Place& place, PageContext& context, QWidget* parent) override;
    [[nodiscard]] QList<ChartTab> chartTabs() const override;
    [[nodiscard]] Page* makeChartTab(const QString& tab, const record::PatientId& patient,
                                     PageContext& context, QWidget* parent) override;
    /// Null while no room brings one.
    [[nodiscard]] PatientHeaderBase* makePatientHeader(PageContext& context, QWidget* parent) const;
    [[nodiscard]] int badgeOf(const Place& place, PageContext& context) const;

private:
    using AnyMaker = std::function<Page*(const Place& place, PageContext& context, QWidget* parent)>;
    static constexpr size_t indexOf(PlaceKind kind) { return static_cast<size_t>(kind); }
    static constexpr auto kKinds = static_cast<size_t>(PlaceKind::Count);

    struct Tab {
        ChartTab tab;
        TabMaker maker;
    };

    std::array<AnyMaker, kKinds> m_makers;
    std::array<Badge, kKinds> m_badges;
    QList<Tab> m_tabs;
    HeaderMaker m_header;
};

} // namespace kairos::ui
