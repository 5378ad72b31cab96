// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

namespace kairos::ui {

class Field;
class FormSection;
class PasswordField;
class TextLabel;

/// Changes the signed-in clinician's own password.
class PasswordPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordPanel)

public:
    explicit PasswordPanel(PageContext& context, QWidget* parent = nullptr);

private:
    void save();

    PageContext& m_context;
    FormSection* m_form;
    PasswordField* m_old;
    PasswordField* m_new;
    PasswordField* m_again;
    Field* m_oldField;
    TextLabel* m_said;
};

/// What is wrong with a new secret; empty for an empty one, which a required field names itself.
[[nodiscard]] QString newSecretProblem(const QString& secret);

} // namespace kairos::ui
