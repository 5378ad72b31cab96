// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_sheet.h"
#include "core/therapy/sheet_forms.h"

#include <QHash>
#include <QJsonObject>

class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace kairos::ui {

class Banner;
class DateField;
class Field;
class FormDraft;
class TextLabel;

/// A sheet that is filled in or changed, in the patient's own words. What is typed is kept as a draft until
/// it is saved.
class SheetWriter final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetWriter)

public:
    explicit SheetWriter(const PageContext& context, QWidget* parent = nullptr);

    /// A new sheet of patient and form where `sheet` has no id. A draft that was left comes back.
    void begin(const record::TherapySheet& sheet);
    /// Keeps what is typed as a draft; no where that failed, which is shown.
    [[nodiscard]] bool keep();

    /// Null where the form has no such part.
    [[nodiscard]] QPlainTextEdit* partEdit(const QString& part) const { return m_edits.value(part); }
    [[nodiscard]] DateField& dayField() { return *m_day; }
    [[nodiscard]] DateField& reviewField() { return *m_review; }
    [[nodiscard]] QPushButton& againButton() { return *m_again; }
    [[nodiscard]] QString shownNotice() const;
    [[nodiscard]] QString shownTitle() const;
    [[nodiscard]] QList<KeyHint> keyHints() const;

Q_SIGNALS:
    void left();
    void saved();
    void printRequested(const kairos::record::TherapySheetId& sheet);
    void draftKept();
    void draftSettled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeHead(QVBoxLayout& column);
    void makeActs(QVBoxLayout& column);
    void connectDraft();
    void makeParts();
    [[nodiscard]] QWidget* makeGrid();
    [[nodiscard]] QPlainTextEdit* makeEdit(const therapy::SheetPart& part, QWidget* parent);
    void showDays();
    void limitReview();
    void goneThroughToday();
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject& state);
    [[nodiscard]] record::TherapySheet typed() const;
    [[nodiscard]] bool save();
    void offerUndo(const record::TherapySheetId& id);
    void leave();
    void say(const base::Error& error);

    PageContext m_context;
    record::TherapySheet m_sheet; ///< as it stands on record
    const therapy::SheetForm* m_form = nullptr;
    TextLabel* m_title;
    TextLabel* m_purpose;
    Banner* m_notice;
    DateField* m_day;
    DateField* m_review;
    Field* m_dayField = nullptr;
    Field* m_reviewField = nullptr;
    QPushButton* m_again = nullptr;
    QScrollArea* m_scroll;
    QHash<QString, QPlainTextEdit*> m_edits;
    FormDraft* m_draft;
};

} // namespace kairos::ui
