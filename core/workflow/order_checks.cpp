// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/order_checks.h"

#include "core/protocols/dose.h"
#include "core/protocols/dose_rules.h"
#include "core/workflow/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using base::Finding;
using base::FindingLevel;
using record::Order;

namespace {

tl::unexpected<base::Error> refuseOrder(const QString& why, const QString& remedy) {
    return base::fail(ErrorCode::InvalidInput, Words::tr("The order was not signed"), why, remedy);
}

template <class Unit>
bool isPositive(const std::optional<base::Quantity<Unit>>& value) {
    return !value || (value->isFinite() && value->value > 0);
}

/// A dose that the plan has not.
base::Outcome checkDoses(const QList<int>& doses, const QSet<int>& known) {
    for (const int dose : doses) {
        if (!known.contains(dose)) {
            return refuseOrder(
                Words::tr("the plan has no dose %1").arg(dose),
                Words::tr("name doses of the plan, such as 3 or 1-6, or leave it empty for all"));
        }
    }
    return {};
}

base::Outcome checkShape(const Order& order) {
    if (order.mgPerKg.has_value() == order.mg.has_value()) {
        return refuseOrder(Words::tr("it needs a dose by weight or in mg, one of the two"),
                           Words::tr("fill in one and leave the other empty"));
    }
    if (!isPositive(order.mgPerKg) || !isPositive(order.mg) || !isPositive(order.maximum) ||
        !isPositive(order.minutes)) {
        return refuseOrder(Words::tr("a figure of it is not above 0"),
                           Words::tr("correct it, or leave it empty"));
    }
    if (!order.validFrom.isValid() || !order.validTo.isValid() || order.validTo < order.validFrom) {
        return refuseOrder(Words::tr("its end lies before its beginning, or one is missing"),
                           Words::tr("type from when to when it is valid"));
    }
    return {};
}

protocols::DoseRequest requestOf(const Order& order, const OrderContext& context) {
    protocols::DoseRequest request;
    request.route = order.route;
    request.mgPerKg = order.mgPerKg;
    request.mg = order.mg;
    request.weight = context.weight;
    request.minutes = order.minutes;
    request.maximum = order.maximum;
    return request;
}

/// The dose against the limits: by the last weight, or what can be told without one.
base::Result<base::Findings> doseFindings(const Order& order, const OrderContext& context) {
    const auto request = requestOf(order, context);
    auto alone = protocols::judgeOrdered(request, context.limits);
    if (!alone || !context.limits.isUsable(order.route) || !context.weight) {
        return alone;
    }
    return protocols::reckonDose(request, context.limits).map([](const protocols::DoseFigures& figures) {
        return figures.findings;
    });
}

base::Findings protocolFindings(const Order& order, const protocols::Protocol* protocol) {
    if (protocol == nullptr) {
        return {};
    }
    const auto& regimen = protocol->regimen;
    const auto above = [&](const QString& dose, const QString& most) {
        return Finding{FindingLevel::Caution,
                       QStringLiteral("order.protocol-maximum"),
                       Words::tr("%1 is above the protocol's maximum of %2").arg(dose, most),
                       regimen.maxBasis.isEmpty() ? protocol->title : regimen.maxBasis,
                       protocol->confidence,
                       {}};
    };
    const auto perKg = [](double value) { return Words::tr("%1 mg/kg").arg(value); };
    const auto mg = [](double value) { return Words::tr("%1 mg").arg(value); };
    if (order.mgPerKg && regimen.maxMgPerKg && order.mgPerKg->value > regimen.maxMgPerKg->value) {
        return {above(perKg(order.mgPerKg->value), perKg(regimen.maxMgPerKg->value))};
    }
    if (order.mg && regimen.maxMg && order.mg->value > regimen.maxMg->value) {
        return {above(mg(order.mg->value), mg(regimen.maxMg->value))};
    }
    return {};
}

} // namespace

base::Result<QList<int>> dosesFromText(const QString& text, const QSet<int>& known) {
    constexpr int kMost = 1000;
    static const QRegularExpression kPart(QStringLiteral("^(\\d{1,3})(?:\\s*[-\u2013]\\s*(\\d{1,3}))?$"));
    QList<int> doses;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto match = kPart.match(part.trimmed());
        const int first = match.captured(1).toInt();
        const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
        if (!match.hasMatch() || first < 1 || last < first || last > kMost) {
            return refuseOrder(Words::tr("\"%1\" names no doses").arg(part.trimmed()),
                               Words::tr("write 3 or 1-6, or leave it empty for all"));
        }
        for (int dose = first; dose <= last; ++dose) {
            if (!doses.contains(dose)) {
                doses.append(dose);
            }
        }
    }
    std::sort(doses.begin(), doses.end());
    return checkDoses(doses, known).map([&] { return doses; });
}

QString dosesText(const QList<int>& doses) {
    QStringList parts;
    for (qsizetype from = 0; from < doses.size();) {
        qsizetype to = from;
        while (to + 1 < doses.size() && doses.at(to + 1) == doses.at(to) + 1) {
            ++to;
        }
        parts.append(to == from ? QString::number(doses.at(from))
                                : QStringLiteral("%1-%2").arg(doses.at(from)).arg(doses.at(to)));
        from = to + 1;
    }
    return parts.join(QStringLiteral(", "));
}

const record::Signature* countersignatureOf(const Order& order, const QList<record::Signature>& signatures) {
    const auto found =
        std::find_if(signatures.begin(), signatures.end(), [&](const record::Signature& signature) {
            return signature.signer == order.prescriber;
        });
    return order.verbal && found != signatures.end() ? &*found : nullptr;
}

bool orderBinds(const Order& order, const QList<record::Signature>& signatures) {
    return order.verbal.has_value() || !signatures.isEmpty();
}

OrderDays orderDaysOn(const Order& order, QDate day) {
    if (day < order.validFrom) {
        return OrderDays::NotYet;
    }
    return day > order.validTo ? OrderDays::Over : OrderDays::Valid;
}

base::Result<base::Findings> orderFindings(const Order& order, const OrderContext& context) {
    const auto shape = checkShape(order).and_then([&] { return checkDoses(order.doses, context.doses); });
    if (!shape) {
        return tl::unexpected<base::Error>(shape.error());
    }
    auto findings = doseFindings(order, context);
    if (!findings) {
        return refuseOrder(findings.error().why, findings.error().remedy);
    }
    findings->append(protocolFindings(order, context.protocol));
    if (orderDaysOn(order, context.today) == OrderDays::Over) {
        findings->append({FindingLevel::Stop,
                          QStringLiteral("order.over"),
                          Words::tr("it ended on %1: no dose can be given against it")
                              .arg(QLocale().toString(order.validTo, QStringLiteral("d MMM yyyy"))),
                          Words::tr("the order itself"),
                          base::Confidence::High,
                          {}});
    }
    return *findings;
}

} // namespace kairos::workflow
