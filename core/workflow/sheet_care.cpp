// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/sheet_care.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/sheet_query.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/record/dosing_session.h"
#include "core/record/patient.h"
#include "core/record/therapy_session.h"
#include "core/storage/practice_file.h"
#include "core/therapy/sheet_forms.h"

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;
using therapy::SheetForm;

namespace {

/// A part is a few lines; a cell of a grid has a narrow column in print.
constexpr qsizetype kMostInPart = 4000;
constexpr qsizetype kMostInCell = 300;

tl::unexpected<base::Error> sheetInvalid(const QString& why, const QString& remedy) {
    return base::fail(ErrorCode::InvalidInput, Words::tr("The sheet was not saved"), why, remedy);
}

QString sheetTakenBack() {
    return Words::tr("taken back right after saving");
}

/// The parts with words, in the order of the form.
base::Result<QList<SheetField>> tidied(const QList<SheetField>& written, const SheetForm& form) {
    const bool isKnown = std::all_of(written.begin(), written.end(), [&](const SheetField& field) {
        return form.findPart(field.part) != nullptr;
    });
    if (!isKnown) {
        return sheetInvalid(Words::tr("it has a part that its form does not know"),
                            Words::tr("open the form again"));
    }
    QList<SheetField> parts;
    for (const therapy::SheetPart& part : form.parts) {
        for (const SheetField& field : written) {
            const QString text = field.part == part.id ? field.text.trimmed() : QString();
            const qsizetype most = part.id.contains(QLatin1Char('.')) ? kMostInCell : kMostInPart;
            if (text.size() > most) {
                return sheetInvalid(Words::tr("“%1” has more than %2 characters").arg(part.title).arg(most),
                                    Words::tr("shorten it; the note has room for more"));
            }
            if (!text.isEmpty()) {
                parts.append({part.id, text});
            }
        }
    }
    if (parts.isEmpty()) {
        return sheetInvalid(Words::tr("nothing is written in it"), Words::tr("write into one part at least"));
    }
    return parts;
}

base::Outcome checkSheetDays(const TherapySheet& wanted, const SheetForm& form, QDate today) {
    if (!wanted.date.isValid() || wanted.date > today) {
        return sheetInvalid(!wanted.date.isValid() ? Words::tr("it has no day")
                                                   : Words::tr("its day is still to come"),
                            Words::tr("type the day on which it was written"));
    }
    if (!form.review) {
        return {};
    }
    const int most = form.review->within.value;
    if (!wanted.reviewOn.isValid()) {
        return sheetInvalid(Words::tr("it has no day of review"),
                            Words::tr("type by when you go through it again, within %1 days").arg(most));
    }
    const qint64 days = wanted.date.daysTo(wanted.reviewOn);
    if (days < 1 || days > most) {
        return sheetInvalid(days < 1
                                ? Words::tr("its review is not after its own day")
                                : Words::tr("its review is more than %1 days after its own day").arg(most),
                            Words::tr("type a day from the next one on, within %1 days").arg(most));
    }
    return {};
}

} // namespace

base::Outcome SheetCare::checkLinks(const TherapySheet& wanted) const {
    auto& records = m_practice.file().records();
    const auto person = records.find<Patient>(wanted.patient);
    const auto session = wanted.session.value_or(SessionId());
    const auto dosing = records.find<DosingSession>(session);
    const auto therapy = records.find<TherapySession>(session);
    for (const auto* error : {person ? nullptr : &person.error(), dosing ? nullptr : &dosing.error(),
                              therapy ? nullptr : &therapy.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    if (!*person) {
        return base::fail(ErrorCode::NotFound, Words::tr("The sheet was not saved"),
                          Words::tr("there is no such patient"), Words::tr("choose the patient again"));
    }
    const bool isOwn = !wanted.session || (*dosing && (*dosing)->patient == wanted.patient) ||
                       (*therapy && (*therapy)->patient == wanted.patient);
    if (!isOwn) {
        return sheetInvalid(Words::tr("its session is not this patient's"),
                            Words::tr("open it from the patient's session"));
    }
    return {};
}

base::Outcome SheetCare::checkOnlyOne(const TherapySheet& wanted, const SheetForm& form) const {
    if (!form.isOnePerPatient) {
        return {};
    }
    return SheetQuery(m_practice)
        .latest(wanted.patient, form.id)
        .and_then([&](const std::optional<TherapySheet>& there) -> base::Outcome {
            if (there) {
                return base::fail(
                    ErrorCode::Refused, Words::tr("The sheet was not saved"),
                    Words::tr("the patient has one already, and two would contradict each other"),
                    Words::tr("open the one there is and change it"));
            }
            return {};
        });
}

base::Result<TherapySheetId> SheetCare::save(TherapySheet wanted, const QList<storage::DraftKey>& finished) {
    if (const auto allowed = m_practice.require(Permission::EditPatient); !allowed) {
        return tl::unexpected<base::Error>(allowed.error());
    }
    if (!m_practice.signedIn()) {
        return base::fail(ErrorCode::Refused, Words::tr("The sheet was not saved"),
                          Words::tr("nobody is signed in"), Words::tr("sign in"));
    }
    const bool isNew = wanted.id.isNull();
    if (!isNew) {
        const auto before = SheetQuery(m_practice).find(wanted.id);
        if (!before) {
            return tl::unexpected<base::Error>(before.error());
        }
        wanted.patient = before->patient;
        wanted.session = before->session;
        wanted.form = before->form;
    }
    const SheetForm* form = therapy::SheetForms::builtIn().find(wanted.form);
    if (form == nullptr) {
        return sheetInvalid(Words::tr("this program does not know its form"),
                            Words::tr("install a newer Kairos"));
    }
    if (!form->review) {
        wanted.reviewOn = {};
    }
    const auto parts = tidied(wanted.parts, *form);
    const auto fits = checkSheetDays(wanted, *form, m_practice.today())
                          .and_then([&] { return checkLinks(wanted); })
                          .and_then([&] { return isNew ? checkOnlyOne(wanted, *form) : base::Outcome(); });
    if (!parts || !fits) {
        return tl::unexpected<base::Error>(!parts ? parts.error() : fits.error());
    }
    wanted.parts = *parts;
    wanted.id = isNew ? m_practice.ids().next<TherapySheetId>() : wanted.id;
    wanted.by = m_practice.signedIn()->id;
    wanted.at = m_practice.now();
    return WritingDoor(m_practice)
        .save({{isNew ? Action::Created : Action::Changed, wanted, {}}}, finished)
        .map([&](const Changes&) { return wanted.id; });
}

base::Outcome SheetCare::restore(const TherapySheet& former) {
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return SheetQuery(m_practice).find(former.id); })
        .and_then([&](const TherapySheet&) {
            return WritingDoor(m_practice)
                .save({{Action::Changed, former, sheetTakenBack()}})
                .map([](const Changes&) {});
        });
}

base::Outcome SheetCare::markInError(const TherapySheetId& id, const QString& reason) {
    return m_practice.require(Permission::EditPatient)
        .and_then([&] { return SheetQuery(m_practice).find(id); })
        .and_then([&](const TherapySheet& sheet) {
            return WritingDoor(m_practice)
                .save({{Action::EnteredInError, sheet, reason}})
                .map([](const Changes&) {});
        });
}

base::Outcome SheetCare::withdraw(const TherapySheetId& id) {
    return markInError(id, sheetTakenBack());
}

base::Outcome SheetCare::remove(const TherapySheetId& id, const QString& reason) {
    if (reason.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The sheet stays"),
                          Words::tr("there is no reason"), Words::tr("say why it does not belong here"));
    }
    return markInError(id, reason.trimmed());
}

} // namespace kairos::workflow
