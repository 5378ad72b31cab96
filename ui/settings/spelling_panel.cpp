// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/spelling_panel.h"

#include "ui/settings/own_words_list.h"

#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/spelling_desk.h"

#include <QCheckBox>
#include <QDir>
#include <QVBoxLayout>

namespace kairos::ui {

SpellingPanel::SpellingPanel(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_result(new Banner({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_result->setClosable();
    m_result->hide();
    column->addWidget(m_result);
    auto* card = new Card(tr("My notes are read by"), CardContent::Padded, this);
    column->addWidget(card);
    card->body().addWidget(makeParagraph(
        tr("Misspelt words get a wave in chart notes; Alt+Enter goes to the next one. With two languages a "
           "word that is good in either is good. Private notes are not read."),
        TextRole::Body, Token::Text2, card));
    auto* choices = new QWidget(card);
    m_choices = new QVBoxLayout(choices);
    m_choices->setContentsMargins(0, 0, 0, 0);
    m_choices->setSpacing(px(6));
    card->body().addWidget(choices);
    const QStringList folders = context.practice.environment().dictionaryFolders;
    m_none = makeParagraph(
        tr("This PC has no dictionary, so no word is marked. On Debian and Ubuntu install one of its "
           "packages "
           "hunspell-en-us, hunspell-de-de and so on. Elsewhere put the .aff and .dic file of a language, as "
           "LibreOffice brings them, into the folder %1.")
            .arg(QDir::toNativeSeparators(folders.value(0))),
        TextRole::Body, Token::Text2, card);
    card->body().addWidget(m_none);
    m_words = new OwnWordsList(context, this);
    column->addWidget(m_words);
    connect(m_result, &Banner::closed, m_result, &QWidget::hide);
    refresh();
}

void SpellingPanel::addLanguage(const QString& language, const QString& title) {
    auto* box = new QCheckBox(title, m_choices->parentWidget());
    box->setObjectName(language);
    box->setMinimumHeight(px(24));
    m_choices->addWidget(box);
    m_languages.append(box);
    connect(box, &QCheckBox::clicked, this, &SpellingPanel::choose);
}

void SpellingPanel::refresh() {
    const workflow::SpellingDesk desk(m_context.practice);
    const QStringList chosen = desk.languages();
    QStringList here;
    const auto offered = desk.offered();
    for (const spelling::DictionaryFiles& one : offered) {
        here.append(one.language);
    }
    QStringList shown = here;
    for (const QString& language : chosen) {
        if (!here.contains(language)) {
            shown.append(language);
        }
    }
    QStringList before;
    for (const QCheckBox* box : std::as_const(m_languages)) {
        before.append(box->objectName());
    }
    // Not made anew while they stay the same: the hand may be on one of them.
    if (shown != before) {
        for (QCheckBox* box : std::as_const(m_languages)) {
            box->hide();
            box->deleteLater(); // It may be the one that is being clicked.
        }
        m_languages.clear();
        for (const QString& language : std::as_const(shown)) {
            const QString title = spelling::languageTitle(language);
            addLanguage(language, here.contains(language) ? title : tr("%1: not on this PC").arg(title));
        }
    }
    for (QCheckBox* box : std::as_const(m_languages)) {
        box->setChecked(chosen.contains(box->objectName()));
    }
    m_none->setVisible(here.isEmpty());
    m_words->refresh();
}

void SpellingPanel::choose() {
    QStringList wanted;
    for (const QCheckBox* box : std::as_const(m_languages)) {
        if (box->isChecked()) {
            wanted.append(box->objectName());
        }
    }
    const auto chosen = workflow::SpellingDesk(m_context.practice).choose(wanted);
    m_result->setVisible(!chosen.has_value());
    if (!chosen) {
        m_result->setBannerText(bannerTextOf(chosen.error()));
        // What was not taken does not look as if it was.
        const QStringList kept = workflow::SpellingDesk(m_context.practice).languages();
        for (QCheckBox* box : std::as_const(m_languages)) {
            box->setChecked(kept.contains(box->objectName()));
        }
    }
}

} // namespace kairos::ui
