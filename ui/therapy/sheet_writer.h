// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/drafted_form.h"

#include "core/record/therapy_sheet.h"
#include "core/therapy/sheet_forms.h"

#include <QHash>

class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace kairos::ui {

class DateField;
class Field;
class TextLabel;

/// A sheet that is filled in or changed, in the patient's own words. What is typed is kept as a draft until
/// it is saved.
class SheetWriter final : public DraftedForm {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetWriter)

public:
    explicit SheetWriter(const PageContext& context, QWidget* parent = nullptr);

    /// A new sheet of patient and form where `sheet` has no id. A draft that was left comes back.
    void begin(const record::TherapySheet& sheet);

    /// Null where the form has no such part.
    [[nodiscard]] QPlainTextEdit* partEdit(const QString& part) const { return m_edits.value(part); }
    [[nodiscard]] DateField& dayField() { return *m_day; }
    [[nodiscard]] DateField& reviewField() { return *m_review; }
    [[nodiscard]] QPushButton& againButton() { return *m_again; }
    [[nodiscard]] QString shownTitle() const;
    [[nodiscard]] QList<KeyHint> keyHints() const;

Q_SIGNALS:
    void saved();
    void printRequested(const kairos::record::TherapySheetId& sheet);

protected:
    [[nodiscard]] QJsonObject state() const override;
    void setState(const QJsonObject& state) override;
    [[nodiscard]] QWidget& firstField() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeHead(QVBoxLayout& column);
    void makeActs(QVBoxLayout& column);
    void makeParts();
    [[nodiscard]] QWidget* makeGrid();
    [[nodiscard]] QPlainTextEdit* makeEdit(const therapy::SheetPart& part, QWidget* parent);
    void showDays();
    void limitReview();
    void goneThroughToday();
    [[nodiscard]] record::TherapySheet typed() const;
    [[nodiscard]] bool save();
    void offerUndo(const record::TherapySheetId& id);

    record::TherapySheet m_sheet; ///< as it stands on record
    const therapy::SheetForm* m_form = nullptr;
    TextLabel* m_title;
    TextLabel* m_purpose;
    DateField* m_day;
    DateField* m_review;
    Field* m_dayField = nullptr;
    Field* m_reviewField = nullptr;
    QPushButton* m_again = nullptr;
    QScrollArea* m_scroll;
    QHash<QString, QPlainTextEdit*> m_edits;
};

} // namespace kairos::ui
