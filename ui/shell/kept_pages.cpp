// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/kept_pages.h"

#include <algorithm>

namespace kairos::ui {
namespace {

QString wordsOf(const Place& place) {
    if (const auto* patients = place.as<PatientsPlace>()) {
        return patients->find;
    }
    const auto* find = place.as<FindPlace>();
    return find != nullptr ? find->text : QString();
}

} // namespace

bool KeptPages::isKept(const Place& place) {
    return place.is<TodayPlace>() || place.is<PatientsPlace>() || place.is<CaseloadPlace>() ||
           place.is<OutcomesPlace>() || place.is<LedgerPlace>() || place.is<FindPlace>();
}

Page* KeptPages::find(const Place& place, Way way) const {
    const Kept kept = m_kept.value(place.kind());
    if (kept.page == nullptr || patientOf(kept.place) != patientOf(place)) {
        return nullptr;
    }
    // Whoever comes back finds the page as it was left, whatever words it was opened with.
    const bool isReturn = way == Way::Back && kept.place == place;
    return wordsOf(place).isEmpty() || isReturn ? kept.page : nullptr;
}

bool KeptPages::holds(const Page& page) const {
    return std::any_of(m_kept.begin(), m_kept.end(), [&](const Kept& kept) { return kept.page == &page; });
}

Page* KeptPages::keep(const Place& place, Page* page) {
    if (!isKept(place)) {
        return nullptr;
    }
    Page* const former = m_kept.value(place.kind()).page;
    m_kept.insert(place.kind(), {page, place});
    return former != page ? former : nullptr;
}

} // namespace kairos::ui
