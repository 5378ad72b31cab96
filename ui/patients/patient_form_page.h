// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/draft_desk.h"
#include "core/workflow/patient_care.h"

#include <QJsonObject>
#include <QTimer>

class QPushButton;

namespace kairos::ui {

class Banner;
class CareForm;
class PageHead;
class PersonForm;

/// The form of a patient. What is typed is kept as a draft within a second; leaving loses nothing, and the
/// draft is offered again. Saving can be undone.
class PatientFormPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientFormPage)

public:
    PatientFormPage(const PatientFormPlace& place, PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool mayLeave() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

    [[nodiscard]] PersonForm& person() { return *m_person; }
    [[nodiscard]] CareForm& care() { return *m_care; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildHead(class QVBoxLayout& column);
    void load();
    void loadConsents();
    void offerDraft();
    void startAfresh();
    void keepDraft();
    void save();
    void finish(const record::PatientId& id);
    bool showProblems();
    void withdraw(const record::ConsentId& consent);
    void showTrouble(const base::Error& error);
    [[nodiscard]] QString problemOf(const QString& field) const;
    [[nodiscard]] workflow::PatientDraft draft() const;
    [[nodiscard]] QJsonObject state() const;
    [[nodiscard]] storage::DraftKey draftKey() const;

    PageContext& m_context;
    std::optional<record::PatientId> m_patient;
    workflow::PatientDraft m_loaded; ///< as stored when the form was opened
    QJsonObject m_base;              ///< the form as it was loaded
    bool m_isSaved = false;
    QTimer m_keep;
    PageHead* m_head = nullptr;
    QPushButton* m_save = nullptr;
    Banner* m_restored = nullptr;
    Banner* m_trouble = nullptr;
    PersonForm* m_person = nullptr;
    CareForm* m_care = nullptr;
};

} // namespace kairos::ui
