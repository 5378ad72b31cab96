// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/vial.h"
#include "core/stock/lot_standing.h"

#include <QList>
#include <QStringList>

namespace kairos::workflow {

class OpenPractice;

/// One lot with its register.
struct LotView {
    record::Vial vial;
    stock::LotStanding standing;
    bool isExpired = false; ///< today
};

/// Reads the drug ledger.
class LedgerQuery final {
public:
    explicit LedgerQuery(const OpenPractice& practice) : m_practice(practice) {}

    /// Every lot: those that hold something first, then by expiry. Damaged: a line cannot be trusted, which
    /// is said rather than a balance shown without it.
    [[nodiscard]] base::Result<QList<LotView>> lots() const;
    [[nodiscard]] base::Result<LotView> lot(const record::VialId& id) const;
    /// The lots of a drug that are in date and hold something to draw.
    [[nodiscard]] base::Result<QList<LotView>> usableLots(const QString& drug) const;
    /// The drugs that the protocols give, by name, nasal sprays last: what a lot may be received of.
    [[nodiscard]] QStringList drugs() const;
    /// What the label of a nasal device says, without lot, expiry and count; none for a drug from vials.
    [[nodiscard]] std::optional<record::Vial> deviceLabel(const QString& drug) const;
    /// The name of a patient a line is about; empty when it cannot be read.
    [[nodiscard]] QString patientName(const record::PatientId& id) const;

private:
    [[nodiscard]] base::Result<LotView> viewOf(const record::Vial& vial) const;

    const OpenPractice& m_practice;
};

/// Whether two names are the same drug, whatever their case and spaces.
[[nodiscard]] bool isSameDrug(const QString& one, const QString& other);

} // namespace kairos::workflow
