// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QString>

#include <optional>

namespace kairos::record {

/// One consent, given to one version of one form. Withdrawal is a dated fact, not a deletion.
struct Consent {
    static constexpr RecordKind kKind = RecordKind::Consent;

    ConsentId id;
    PatientId patient;
    QString form;    ///< what was agreed to, e.g. "ketamine-treatment", "touch"
    QString version; ///< of the form
    QDate given;
    std::optional<QDate> expires;
    std::optional<QDate> withdrawn;
    QString remark;

    bool operator==(const Consent&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.patient);
        visit(3, self.form);
        visit(4, self.version);
        visit(5, self.given);
        visit(6, self.expires);
        visit(7, self.withdrawn);
        visit(8, self.remark);
    }
};

} // namespace kairos::record
