// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/place.h"

#include "core/base/check.h"

namespace kairos::ui {
namespace {

template <class P>
bool areEqual(const Place& a, const Place& b) {
    return a.get<P>() == b.get<P>();
}

template <class P>
std::optional<record::PatientId> patientIn(const P& place) {
    if constexpr (requires { place.patient; }) {
        return place.patient;
    } else {
        return std::nullopt;
    }
}

} // namespace

Place::Place() : Place(TodayPlace{}) {}

template <IsPlace P>
Place::Place(const P& place) : m_place(std::make_shared<const P>(place)), m_kind(kPlaceKind<P>) {}

bool Place::operator==(const Place& other) const {
    if (m_kind != other.m_kind) {
        return false;
    }
    switch (m_kind) {
#define KAIROS_CASE(Type)                                                                                    \
    case PlaceKind::Type:                                                                                    \
        return areEqual<Type>(*this, other);
        KAIROS_EVERY_PLACE(KAIROS_CASE)
#undef KAIROS_CASE
    case PlaceKind::Count:
        break;
    }
    return false;
}

const void* Place::checked(PlaceKind kind) const {
    KAIROS_CHECK(m_kind == kind);
    return m_place.get();
}

std::optional<record::PatientId> patientOf(const Place& place) {
    switch (place.kind()) {
#define KAIROS_CASE(Type)                                                                                    \
    case PlaceKind::Type:                                                                                    \
        return patientIn(place.get<Type>());
        KAIROS_EVERY_PLACE(KAIROS_CASE)
#undef KAIROS_CASE
    case PlaceKind::Count:
        break;
    }
    return std::nullopt;
}

#define KAIROS_HOLD(Type) template Place::Place(const Type&);
KAIROS_EVERY_PLACE(KAIROS_HOLD)
#undef KAIROS_HOLD

} // namespace kairos::ui
