// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/condition.h"
#include "core/scales/score.h"
#include "core/scales/score_table.h"

#include "core/base/confidence.h"
#include "core/base/finding.h"
#include "core/record/risk_item.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kairos::scales {

/// No instrument file may hold more items, extras included: scoring keeps them on the stack.
inline constexpr std::size_t kMostItems = 64;

enum class Rater { Self, Clinician };

/// What of the instrument's text stands in the file.
enum class Wording {
    Official, ///< the owner allows free reproduction
    Labels,   ///< our own neutral labels; a licensed pack brings the wording
    Total     ///< no items at all: the total is typed in
};

/// Which end of the scale is the better one.
enum class Direction { LowIsGood, HighIsGood, ZeroIsGood, None };

/// How the total comes from the answers.
enum class Method {
    Sum,
    GroupedMaxima, ///< the highest answer of each group, added up (QIDS)
    Mean,          ///< EBI
    Percent,       ///< the sum times a factor (WHO-5)
    Single,        ///< one item that is the total (MOAA/S, RASS)
    Triage,        ///< no total: the first class whose condition holds (C-SSRS)
    TotalOnly      ///< only a typed total (BDI-II)
};

struct Source {
    QString key; ///< e.g. "Kroenke2001"
    QString citation;
    base::Confidence confidence = base::Confidence::Check;
};

/// Where one figure of the file comes from.
struct Basis {
    QString source; ///< a source's key or "local default"
    base::Confidence confidence = base::Confidence::Check;
};

struct Option {
    int value = 0;
    QString text;
    QString loinc; ///< answer code; empty where none is verified
};

struct OptionSet {
    QString id;
    QList<Option> options; ///< in order of the form
};

/// An option that scores other points than its value (HAM-D item 16: "not assessed" scores 0).
struct Recode {
    int value = 0;
    int points = 0;
};

/// What "not applicable" does to an item.
enum class NotApplicable {
    Missing, ///< as if unanswered
    Omitted, ///< left out of the total, whose maximum falls (WSAS item 1)
    Points   ///< settled with fixed points (PADSS bleeding)
};

/// The form does not ask the item when the condition holds; it then counts these points (C-SSRS 3 to 5).
struct Skip {
    Condition when;
    int points = 0;
};

struct Item {
    int number = 0;    ///< as printed on the form
    QString topic;     ///< short label for heat maps and lists
    QString text;      ///< the owner's wording, or our neutral label
    QString optionSet; ///< empty: a number between min and max is typed or slid
    int min = 0;
    int max = 0;
    bool scored = true;    ///< false for extras such as the difficulty question
    bool critical = false; ///< a missing answer must be said
    QString loinc;
    NotApplicable notApplicable = NotApplicable::Missing;
    int notApplicablePoints = 0;
    QList<Recode> recodes;
    std::optional<Skip> skip;
};

/// What happens when items are missing: no total (most is 0), or the mean of the rest stands in.
struct MissingRule {
    int most = 0; ///< highest number of missing items that is still prorated
    Basis basis;
};

struct Scoring {
    Method method = Method::Sum;
    double factor = 1.0;                          ///< Percent
    std::vector<std::vector<std::size_t>> groups; ///< GroupedMaxima: indexes of items
    MissingRule missing;
    double low = 0;  ///< lowest total
    double high = 0; ///< highest total
};

enum class SubscaleKind { Sum, Mean, PercentOfMaximum };

struct SubscaleDefinition {
    QString id;
    QString label;
    SubscaleKind kind = SubscaleKind::Sum;
    std::vector<std::size_t> items;
    int mostMissing = 0;
    Basis basis;
};

/// A severity band, both ends inclusive; together the bands cover the whole range without a gap.
struct Band {
    QString id;
    QString label;
    double low = 0;
    double high = 0;
    int step = 0; ///< colour step of the severity ramp, 0 (none) to 4 (very severe)
};

/// A class by condition instead of by range; the first that holds counts.
struct BandClass {
    Band band; ///< its low and high carry no meaning
    Condition when;
};

/// Another published set of bands for the same total.
struct BandSet {
    QString id;
    QList<Band> bands;
    Basis basis;
};

/// A total at or beyond this limit is a remission; which side follows from the direction.
struct RemissionCut {
    QString id; ///< "default" or the use it belongs to, e.g. "esketamine"
    double limit = 0;
    Basis basis;
};

enum class ResponseKind {
    None,
    FallPercent, ///< at least this share of the baseline lost
    FallPoints,  ///< at least this many points lost
    RisePoints,  ///< at least this many points gained
    AtMost       ///< total at or below
};

struct ResponseRule {
    ResponseKind kind = ResponseKind::None;
    double value = 0;
    Basis basis;
};

/// A published meaningful change, in points or as a share of the baseline. The first of a file is the
/// default.
struct MeaningfulChange {
    QString id;
    std::optional<double> points;
    std::optional<double> percent;
    Basis basis;
};

/// Inputs of the reliable change index (Jacobson and Truax). The first of a file is the default.
struct ReliabilityInput {
    double sd = 0;
    double reliability = 0;
    QString type; ///< "alpha", "retest" or "icc"
    Basis basis;
};

/// A rule of the instrument and what it means for the clinician.
struct Rule {
    Flag flag;
    Condition when;
    QString action; ///< what to do; may be empty
    Basis basis;
    bool itemsNeeded = false; ///< cannot be decided from a total alone
    /// How grave the sign is for the risk lane; none where the rule is about something else.
    std::optional<record::RiskLevel> risk;
};

/// Another recall window the instrument is used with (MADRS over 24 hours).
struct Recall {
    QString id; ///< empty for the usual one
    QString text;
    std::optional<int> days;
};

/// What a vector expects; anything left out is not compared.
struct Expectation {
    std::optional<double> total; ///< compared always: none means "no total"
    QString band;                ///< compared always
    QStringList flags;           ///< compared always, in order of the file's rules
    std::optional<int> rawSum;
    std::optional<int> answered;
    std::optional<bool> prorated;
    QList<Subscale> subscales; ///< those named, by value alone
};

/// A worked example the instrument file carries about itself.
struct Vector {
    QString items; ///< in the notation of parseAnswers; empty when `total` is given
    std::optional<double> total;
    record::Sex sex = record::Sex::Unknown;
    QString source;
    Expectation expect;
};

/// A rating scale as its file defines it. Values only; read by InstrumentLibrary, scored by score().
struct Instrument {
    QString id;
    QString version;
    QString title;
    QString shortTitle;
    QString language; ///< BCP 47 tag of the item texts
    Rater rater = Rater::Self;
    QStringList modes; ///< ways it is given: "screen", "paper", "interview", "observation"
    Recall recall;
    QList<Recall> otherRecalls;
    Wording wording = Wording::Labels;
    QString licence;
    QString stem;
    QString schedule; ///< usual moments in ketamine care
    Direction direction = Direction::LowIsGood;
    QList<OptionSet> optionSets;
    std::vector<Item> items;
    std::vector<Item> extras; ///< unscored: difficulty, gate question
    bool extrasFirst = false; ///< the form asks the extras before the items
    Scoring scoring;
    std::vector<SubscaleDefinition> subscales;
    std::vector<Band> bands; ///< ascending
    Basis bandsBasis;
    QList<BandSet> otherBands;
    std::vector<BandClass> classes;
    std::vector<Rule> rules;
    Flags::Table flagTable; ///< the flags of the rules, shared with every score
    ScoreTable scoreTable;  ///< items and rules made ready by makeScorable()
    QList<RemissionCut> remission;
    ResponseRule response;
    QList<MeaningfulChange> meaningfulChange;
    QList<ReliabilityInput> reliability;
    QString loincPanel;
    QString loincTotal;
    QStringList notes;
    QList<Source> sources;
    base::Confidence confidence = base::Confidence::Check; ///< of the file as a whole
    QList<Vector> vectors;
    QString file;        ///< name of the clinic's own file that defines it; empty for a built-in one
    QString wordingFile; ///< name of the pack that brought its wording; empty where none did

    /// The option set an item names; none for a typed number.
    [[nodiscard]] const OptionSet* findOptionSet(const QString& setId) const;
    /// The rule that raised a flag; none for a foreign id.
    [[nodiscard]] const Rule* findRule(const QString& ruleId) const;
    /// The band or class with this id, for its label and colour step.
    [[nodiscard]] const Band* findBand(const QString& bandId) const;
    /// The band a total lies in; none without bands.
    [[nodiscard]] const Band* bandOf(double total) const;
    /// Whether this total counts as remission by a cut-off of the file.
    [[nodiscard]] bool isRemission(double total, const RemissionCut& cut) const;
    /// How many answers a full form holds, extras included.
    [[nodiscard]] std::size_t formSize() const { return items.size() + extras.size(); }
};

/// The points a value of the item brings.
[[nodiscard]] int pointsOf(const Item& item, int value);
/// The most and the fewest points an item can bring.
[[nodiscard]] int mostPoints(const Item& item);
[[nodiscard]] int fewestPoints(const Item& item);

/// Lays out what scoring needs, once items and rules stand: the instrument cannot be scored before.
/// findContradiction() says when they are more than scoring holds (ScoreTable).
void makeScorable(Instrument& instrument);

/// The stable words of JSON: "official", "labels", "total".
[[nodiscard]] QString wordingId(Wording wording);
/// "self" or "clinician".
[[nodiscard]] QString raterId(Rater rater);

} // namespace kairos::scales
