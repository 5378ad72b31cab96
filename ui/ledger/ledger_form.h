// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workflow/ledger_query.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class Card;
class DateField;
class Field;
class NumberField;
class SecondPersonForm;
class Segments;
class TextLabel;

/// What a person may write into the ledger by hand.
enum class LedgerAct { Receive, Count, Waste, GiveBack, TakeBack };

/// The one form of the ledger page: it shows the fields of the act at hand, writes it, and closes.
class LedgerForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerForm)

public:
    explicit LedgerForm(workflow::OpenPractice& practice, QWidget* parent = nullptr);

    /// Opens for an act on a lot; receiving needs none. What was typed for this very act and left stands
    /// there.
    void begin(LedgerAct act, const std::optional<workflow::LotView>& lot);
    /// The line to take back. \pre begun with TakeBack
    void setLine(const stock::RegisterLine& line);
    void save();
    void leave();
    [[nodiscard]] QComboBox& rests() { return *m_rest; }
    [[nodiscard]] NumberField& volumeEdit() { return *m_volume; }
    [[nodiscard]] QLineEdit& reasonEdit() { return *m_reason; }
    [[nodiscard]] SecondPersonForm& witness() { return *m_witness; }
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    /// The act is written.
    void saved(const QString& what);
    /// The form closed, with or without an act.
    void closed();

private:
    void build();
    void buildLabel(QWidget* parent);
    void showFields();
    /// Asks for what the label of the chosen drug leaves open.
    void showLabel();
    /// Whether the lot at hand is counted in devices.
    [[nodiscard]] bool countsDevices() const;
    /// What was typed, in millilitres; of devices their number times what one holds.
    [[nodiscard]] base::Millilitres typedVolume() const;
    /// Fills the list of opened rests, of which one is wasted.
    void listRests();
    void showRest();
    /// The rest that is chosen to be wasted; none: something else is.
    [[nodiscard]] std::optional<stock::OpenRest> rest() const;
    [[nodiscard]] QString titleOf() const;
    [[nodiscard]] base::Outcome write();
    [[nodiscard]] base::Outcome receive();
    [[nodiscard]] base::Outcome remove();

    workflow::OpenPractice& m_practice;
    LedgerAct m_act = LedgerAct::Receive;
    bool m_isLeft = false; ///< closed with what was typed, which stands when the same act begins again
    std::optional<workflow::LotView> m_lot;
    std::optional<record::LedgerEntryId> m_line;
    Card* m_card = nullptr;
    QWidget* m_label = nullptr; ///< the fields of a new lot
    QComboBox* m_drug = nullptr;
    NumberField* m_strength = nullptr;
    NumberField* m_vialVolume = nullptr;
    Segments* m_keeping = nullptr;
    QLineEdit* m_lotName = nullptr;
    DateField* m_expiry = nullptr;
    NumberField* m_vials = nullptr;
    Field* m_strengthField = nullptr;
    Field* m_vialField = nullptr;
    Field* m_keepingField = nullptr;
    Field* m_countField = nullptr;
    QComboBox* m_rest = nullptr;
    Field* m_restField = nullptr;
    NumberField* m_volume = nullptr;
    Field* m_volumeField = nullptr;
    QLineEdit* m_reason = nullptr;
    Field* m_reasonField = nullptr;
    SecondPersonForm* m_witness = nullptr;
    TextLabel* m_what = nullptr;
    TextLabel* m_trouble = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace kairos::ui
