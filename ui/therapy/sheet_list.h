// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_sheet.h"

#include <optional>

class QComboBox;
class QPushButton;

namespace kairos::ui {

class Banner;
struct BannerText;
class Card;
class EmptyState;
class SheetTable;
class TableView;
class TextLabel;

/// The sheets of a patient, the safety plan first, and the way to begin another.
class SheetList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetList)

public:
    SheetList(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    void refresh();
    /// New sheets belong to this session from here on, where it is one of the patient's; to none without one.
    void setSession(const std::optional<record::SessionId>& session);
    [[nodiscard]] std::optional<record::TherapySheet> find(const QString& id) const;
    /// Begins a sheet of this form; one that a patient has only once is opened where it is there.
    void begin(const QString& form);

    [[nodiscard]] TableView& table() { return *m_view; }
    [[nodiscard]] const SheetTable& model() const { return *m_model; }
    [[nodiscard]] QComboBox& formBox() { return *m_form; }
    [[nodiscard]] QString shownNotice() const;
    /// The session new sheets belong to.
    [[nodiscard]] const std::optional<record::SessionId>& session() const { return m_session; }

Q_SIGNALS:
    /// One that is on record, or a new one without an id.
    void opened(const kairos::record::TherapySheet& sheet);
    void printRequested(const kairos::record::TherapySheetId& sheet);

private:
    void makeTools();
    void makeList();
    void makeKeys();
    void chooseFor(const QString& modality);
    void openRow(int row);
    void print();
    void remove();
    void showNotice(const BannerText& text);
    [[nodiscard]] const record::TherapySheet* current() const;

    record::PatientId m_patient;
    PageContext m_context;
    std::optional<record::SessionId> m_session;
    QComboBox* m_form;
    Card* m_card = nullptr;
    QPushButton* m_begin = nullptr;
    Banner* m_notice;
    SheetTable* m_model;
    TableView* m_view;
    EmptyState* m_empty = nullptr;
};

} // namespace kairos::ui
