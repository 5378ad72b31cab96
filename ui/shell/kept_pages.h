// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include <QHash>

namespace kairos::ui {

class Page;

/// The pages that stay while another one is shown: those of the rail, and the search. They keep their words,
/// their chosen row and their scroll position. One page of a kind; it belongs to the work area.
class KeptPages final {
public:
    /// Whether a person asks for a place, or comes back to it.
    enum class Way { Open, Back };

    [[nodiscard]] static bool isKept(const Place& place);
    /// The page that serves this place already; null where a new one is to be made: for words that are
    /// asked for, and for another patient.
    [[nodiscard]] Page* find(const Place& place, Way way) const;
    [[nodiscard]] bool holds(const Page& page) const;
    /// Keeps the page where its place is one to be kept. Returns the page whose room it takes, or null.
    Page* keep(const Place& place, Page* page);
    void clear() { m_kept.clear(); }

private:
    struct Kept {
        Page* page = nullptr;
        Place place;
    };
    QHash<PlaceKind, Kept> m_kept;
};

} // namespace kairos::ui
