// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/consent_table.h"

#include "ui/chart/screening_words.h"
#include "ui/shared/formats.h"

namespace kairos::ui {

ConsentTable::ConsentTable(QObject* parent)
    : RowModel({{tr("State")},
                {tr("Consent")},
                {tr("Scope")},
                {tr("Version")},
                {tr("Given")},
                {tr("Until")},
                {tr("Paper")}},
               parent) {}

std::optional<record::DocumentId> ConsentTable::paperOf(const record::ConsentId& consent) const {
    const auto found = m_papers.constFind(consent);
    return found == m_papers.constEnd() ? std::nullopt : std::optional(*found);
}

QString ConsentTable::display(const workflow::ConsentRow& row, int column) const {
    switch (column) {
    case Form:
        return row.title;
    case Scope:
        return row.scope ? ScreeningWords::scope(*row.scope) : tr("not one of the practice's forms");
    case Version:
        return row.consent.version;
    case Given:
        return plainDateText(row.consent.given);
    case Until:
        if (row.consent.withdrawn) {
            return tr("withdrawn %1", "a day").arg(plainDateText(*row.consent.withdrawn));
        }
        return row.consent.expires ? plainDateText(*row.consent.expires) : tr("no end");
    case Paper:
        return m_papers.contains(row.consent.id) ? tr("on record") : tr("not scanned");
    default: // The state is a chip.
        return {};
    }
}

std::optional<Chip> ConsentTable::chip(const workflow::ConsentRow& row, int column) const {
    return column == State ? std::optional(ScreeningWords::consent(row)) : std::nullopt;
}

QVariant ConsentTable::extra(const workflow::ConsentRow& row, int column, int role) const {
    Q_UNUSED(row)
    if (role == StrongRole) {
        return column == Form;
    }
    if (role == VoiceRole && (column == Scope || column == Version || column == Paper)) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

} // namespace kairos::ui
