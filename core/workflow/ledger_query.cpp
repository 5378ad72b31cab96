// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/ledger_query.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"

#include "core/base/text.h"
#include "core/storage/practice_file.h"

#include <algorithm>

namespace kairos::workflow {

using namespace record;

namespace {

base::Error damagedError(const QStringList& damaged) {
    return {base::ErrorCode::Damaged, Words::tr("The ledger was not read"),
            Words::tr("it cannot be trusted: %1").arg(damaged.join(QStringLiteral(", "))),
            Words::tr("restore the practice from a backup, or verify the file")};
}

} // namespace

bool isSameDrug(const QString& one, const QString& other) {
    return base::foldForSearch(one.trimmed()) == base::foldForSearch(other.trimmed());
}

base::Result<LotView> LedgerQuery::viewOf(const Vial& vial) const {
    storage::RowFilter filter;
    filter.parent = vial.id.uuid;
    const auto loaded = m_practice.file().records().list<LedgerEntry>(filter);
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return tl::unexpected<base::Error>(damagedError(loaded->damaged));
    }
    return LotView{vial, stock::standingOf(vial, loaded->records), vial.expiry < m_practice.today()};
}

base::Result<QList<LotView>> LedgerQuery::lots() const {
    const auto loaded = m_practice.file().records().list<Vial>();
    if (!loaded) {
        return tl::unexpected<base::Error>(loaded.error());
    }
    if (!loaded->damaged.isEmpty()) {
        return tl::unexpected<base::Error>(damagedError(loaded->damaged));
    }
    QList<LotView> lots;
    for (const Vial& vial : loaded->records) {
        auto view = viewOf(vial);
        if (!view) {
            return tl::unexpected<base::Error>(view.error());
        }
        lots.append(std::move(*view));
    }
    std::stable_sort(lots.begin(), lots.end(), [](const LotView& a, const LotView& b) {
        const bool hasA = a.standing.balance.value > 0;
        const bool hasB = b.standing.balance.value > 0;
        return hasA != hasB ? hasA : a.vial.expiry < b.vial.expiry;
    });
    return lots;
}

base::Result<LotView> LedgerQuery::lot(const VialId& id) const {
    const auto found = m_practice.file().records().find<Vial>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value()) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The register was not read"),
                          Words::tr("there is no such lot"), Words::tr("open the ledger again"));
    }
    return viewOf(**found);
}

base::Result<QList<LotView>> LedgerQuery::usableLots(const QString& drug) const {
    return lots().map([&drug](QList<LotView> all) {
        all.removeIf([&drug](const LotView& lot) {
            return lot.isExpired || lot.standing.usable().value <= 0 || !isSameDrug(lot.vial.drug, drug);
        });
        return all;
    });
}

QStringList LedgerQuery::drugs() const {
    QStringList drugs;
    for (const protocols::Protocol& protocol : m_practice.catalog().protocols.protocols()) {
        const protocols::Regimen& regimen = protocol.regimen;
        if (!drugs.contains(regimen.drug)) {
            drugs.append(regimen.drug);
        }
    }
    // What is drawn up stands first, sprays last.
    std::sort(drugs.begin(), drugs.end(), [this](const QString& a, const QString& b) {
        const bool isSprayA = deviceLabel(a).has_value();
        const bool isSprayB = deviceLabel(b).has_value();
        return isSprayA != isSprayB ? isSprayB : a < b;
    });
    return drugs;
}

std::optional<Vial> LedgerQuery::deviceLabel(const QString& drug) const {
    const auto& protocols = m_practice.catalog().protocols.protocols();
    const bool isNasal =
        std::any_of(protocols.begin(), protocols.end(), [&drug](const protocols::Protocol& protocol) {
            return protocol.regimen.route == Route::Intranasal && isSameDrug(protocol.regimen.drug, drug);
        });
    if (!isNasal) {
        return std::nullopt;
    }
    const protocols::EsketamineDevices& devices = m_practice.catalog().doseLimits.esketamine;
    Vial vial;
    vial.drug = drug;
    vial.volume = base::Millilitres{devices.mlPerDevice};
    vial.strength = base::MilligramsPerMillilitre{devices.mgPerDevice / devices.mlPerDevice};
    vial.keeping = VialKeeping::Device;
    return vial;
}

QString LedgerQuery::patientName(const PatientId& id) const {
    const auto found = m_practice.file().records().find<Patient>(id);
    return found && found->has_value() ? (*found)->displayName() : QString();
}

} // namespace kairos::workflow
