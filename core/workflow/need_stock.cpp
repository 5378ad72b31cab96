// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/ledger_query.h"
#include "core/workflow/need_query.h"
#include "core/workflow/open_practice.h"

#include "core/safety/attention_rules.h"
#include "core/stock/ledger_line.h"
#include "core/stock/stock_words.h"
#include "core/storage/practice_file.h"
#include "core/workflow/words.h"

#include <QLocale>
#include <QMap>

#include <cmath>

namespace kairos::workflow {

using base::FindingLevel;
using namespace record;

namespace {

QString stockDay(QDate day) {
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

Need stockNeed(FindingLevel level, const QString& detail) {
    Need need;
    need.kind = NeedKind::StockDue;
    need.level = level;
    need.detail = detail;
    return need;
}

/// What is in date of one drug.
struct DrugStock {
    QString name;
    int vials = 0; ///< whole ones that may be drawn from, or devices
    bool isDevice = false;
    bool isUsed = false;
};

QString leftWords(const DrugStock& drug) {
    const QString left = drug.isDevice ? Words::tr("%1: %n device(s) in date left", nullptr, drug.vials)
                                       : Words::tr("%1: %n whole vial(s) in date left", nullptr, drug.vials);
    return left.arg(drug.name);
}

/// Whole vials of a lot that may be drawn from today.
int vialsOf(const LotView& lot) {
    const double usable = lot.standing.usable().value;
    return lot.isExpired ? 0
                         : static_cast<int>(std::floor((usable + stock::kSameMl) / lot.vial.volume.value));
}

/// A lot that holds something and ends soon, or is past its date.
std::optional<Need> expiryNeed(const LotView& lot, const QDate& today) {
    const base::Millilitres usable = lot.standing.usable();
    const bool isNear = today.daysTo(lot.vial.expiry) <= safety::AttentionRules::builtIn().lotNoticeDays;
    if (usable.value <= stock::kSameMl || !isNear) {
        return std::nullopt;
    }
    return stockNeed(
        lot.isExpired ? FindingLevel::Caution : FindingLevel::Information,
        (lot.isExpired ? Words::tr("%1, lot %2: %3, past its date of %4")
                       : Words::tr("%1, lot %2: %3, ends %4"))
            .arg(lot.vial.drug, lot.vial.lot, stock::stockText(lot.vial, usable), stockDay(lot.vial.expiry)));
}

} // namespace

base::Outcome NeedQuery::addRests(const Vial& vial, const QList<stock::OpenRest>& rests) {
    for (const stock::OpenRest& rest : rests) {
        const auto session = m_practice.file().records().find<DosingSession>(rest.session);
        if (!session) {
            return tl::unexpected<base::Error>(session.error());
        }
        // While the dose runs, a booster may still be drawn from it.
        if (!session->has_value() || !(*session)->stoppedAt) {
            continue;
        }
        Need need =
            stockNeed(FindingLevel::Caution, Words::tr("%1 of %2, lot %3, is not wasted before a witness")
                                                 .arg(stock::mlText(rest.volume), vial.drug, vial.lot));
        need.patient = patient((*session)->patient);
        need.session = rest.session;
        need.sheet = NeedSession::Dosing;
        need.at = (*session)->stoppedAt;
        m_needs.append(need);
    }
    return {};
}

base::Outcome NeedQuery::addStock() {
    const auto& rules = safety::AttentionRules::builtIn();
    const auto lots = LedgerQuery(m_practice).lots();
    if (!lots) {
        // One line that cannot be trusted must not hide what else needs a person.
        m_needs.append(stockNeed(FindingLevel::Stop, lots.error().sentence()));
        return {};
    }
    const auto lookBack =
        base::Instant::fromLocal(m_today.addDays(-rules.lookBackDays), QTime(0, 0), m_practice.zone());
    QMap<QString, DrugStock> drugs;
    for (const LotView& lot : *lots) {
        m_left -= lot.standing.lines.size();
        if (const auto added = addRests(lot.vial, lot.standing.rests); !added) {
            return added;
        }
        DrugStock& drug = drugs[lot.vial.drug.trimmed().toCaseFolded()];
        drug.name = lot.vial.drug;
        drug.isDevice = stock::isDevice(lot.vial);
        drug.vials += vialsOf(lot);
        const auto& lines = lot.standing.lines;
        drug.isUsed = drug.isUsed || (!lines.isEmpty() && lines.last().entry.at >= lookBack);
        if (auto need = expiryNeed(lot, m_today)) {
            need->at = base::Instant::fromLocal(lot.vial.expiry.addDays(1), QTime(0, 0), m_practice.zone());
            m_needs.append(*need);
        }
    }
    for (const DrugStock& drug : std::as_const(drugs)) {
        if (drug.isUsed && drug.vials < rules.lotLowVials) {
            m_needs.append(stockNeed(FindingLevel::Information, leftWords(drug)));
        }
    }
    return {};
}

} // namespace kairos::workflow
