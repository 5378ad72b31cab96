// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/record/ids.h"
#include "core/record/kind.h"

#include <QDate>
#include <QString>

#include <optional>

namespace kairos::record {

/// Where the patient stands in care.
enum class Stage {
    Screening = 1,
    Preparing = 2,
    Induction = 3,
    Consolidation = 4,
    Maintenance = 5,
    Paused = 6,
    Ended = 7
};

/// As recorded for dose and reference ranges; unknown is not a sex.
enum class Sex { Unknown = 0, Female = 1, Male = 2, Intersex = 3 };

/// A question with three states: never asked is not "no".
enum class Asked { NotAsked = 0, Yes = 1, No = 2 };

/// An empty allergy list reads "not asked" until somebody asked.
enum class AllergyStatus { NotAsked = 0, NoneKnown = 1, Listed = 2 };

/// The person in care.
struct Patient {
    static constexpr RecordKind kKind = RecordKind::Patient;

    PatientId id;
    QString mrn; ///< the clinic's own number, unique in the practice
    QString familyName;
    QString givenName;
    QString preferredName;
    QString pronouns;
    std::optional<QDate> birthDate;
    Sex sex = Sex::Unknown;
    QString phone;
    QString email;
    QString address;
    QString emergencyName;
    QString emergencyRelation;
    QString emergencyPhone;
    QString referrer; ///< name and address as it stands on a letter
    QString language; ///< BCP 47 tag or the language's name
    std::optional<base::Centimetres> height;
    Asked pregnancyCapacity = Asked::NotAsked;
    Asked consentToContact = Asked::NotAsked;
    AllergyStatus allergyStatus = AllergyStatus::NotAsked;
    Stage stage = Stage::Screening;

    bool operator==(const Patient&) const = default;

    /// "Elena Marsh"; the preferred name stands in for the given one where there is one.
    [[nodiscard]] QString displayName() const {
        const QString& first = preferredName.isEmpty() ? givenName : preferredName;
        return first.isEmpty() ? familyName : first + QLatin1Char(' ') + familyName;
    }

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
        visit(1, self.id);
        visit(2, self.mrn);
        visit(3, self.familyName);
        visit(4, self.givenName);
        visit(5, self.preferredName);
        visit(6, self.pronouns);
        visit(7, self.birthDate);
        visit(8, self.sex);
        visit(9, self.phone);
        visit(10, self.email);
        visit(11, self.address);
        visit(12, self.emergencyName);
        visit(13, self.emergencyRelation);
        visit(14, self.emergencyPhone);
        visit(15, self.referrer);
        visit(16, self.language);
        visit(17, self.height);
        visit(18, self.pregnancyCapacity);
        visit(19, self.consentToContact);
        visit(20, self.allergyStatus);
        visit(21, self.stage);
    }
};

} // namespace kairos::record
