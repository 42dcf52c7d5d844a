#include "view_fixture.h"

#include <kith/controls/sheet.h>
#include <kith/models/text.h>
#include <kith/pages/today_page.h>
#include <kith/usecases/affiliations.h>
#include <kith/views/log_sheet_view.h>
#include <kith/views/side_list.h>
#include <kith/views/today_view.h>

#include <QListView>
#include <QPlainTextEdit>

namespace kith::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class TodayViewTest : public ViewFixture {
protected:
    TodayViewTest()
    {
        host.log = [this](const QString& person) {
            openLogSheet(conversation, &theme, &window, host, Id::parse(toUtf8(person)).value_or(Id{}));
        };
    }
    ~TodayViewTest() override
    {
        if (view) view->setParent(nullptr);
    }

    void open(QSize size = {1280, 800})
    {
        page = std::make_unique<TodayPage>(worker, files.clock, files.zone);
        view = std::make_unique<TodayView>(*page, &theme, host);
        show(*view, size);
        view->activate();
        QTest::qWait(0);
    }

    bool offers(const QString& action)
    {
        return std::ranges::any_of(view->findChildren<QAbstractButton*>(),
                                   [&](const auto* button) { return button->isVisible() && button->text() == action; });
    }

    QListView* list() { return view->findChild<QListView*>({}, Qt::FindChildrenRecursively); }
    Sheet* sheet() { return Sheet::current(&window); }
    std::size_t conversationsWith(const Id& person)
    {
        return files.reader().person(person, files.clock.now())->interactionCount;
    }

    ConversationPage conversation{worker, files.clock, files.zone};
    std::unique_ptr<TodayPage> page;
    std::unique_ptr<TodayView> view;
};

TEST_F(TodayViewTest, LogsAConversationByKeyboardAndTheReminderIsDone)
{
    const Id ana = files.addPerson("Ana Ruiz");
    remind(ana, "2026-11-22", "ask about the data lead role");
    open();

    press(Qt::Key_L);
    ASSERT_NE(sheet(), nullptr);
    type(u"Ready to talk seriously after the bonus round."_s);
    press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(sheet(), nullptr);
    EXPECT_EQ(host.said, QStringList{u"Logged the meeting with Ana Ruiz."_s});
    EXPECT_EQ(conversationsWith(ana), 1U);
    EXPECT_EQ(page->due().count(), 0);
    host.undo();
    EXPECT_EQ(conversationsWith(ana), 0U);
    EXPECT_EQ(page->due().count(), 1);
}

TEST_F(TodayViewTest, NamesAKnownAndANewPersonByTyping)
{
    const Id ana = files.addPerson("Ana Ruiz");
    remind(ana, "2026-12-22", "later");
    open();
    host.logConversation({});
    ASSERT_NE(sheet(), nullptr);

    type(u"ana"_s);
    press(Qt::Key_Return);
    type(u"Tom Kaplan"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    EXPECT_NE(qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()), nullptr);
    type(u"about the data lead role"_s);
    press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(host.said, QStringList{u"Logged the meeting with Ana Ruiz and Tom Kaplan."_s});
    EXPECT_EQ(conversationsWith(ana), 1U);
}

TEST_F(TodayViewTest, EscKeepsTheDraftAndGivesTheFocusBack)
{
    const Id ana = files.addPerson("Ana Ruiz");
    remind(ana, "2026-11-22", "ask again");
    open();
    press(Qt::Key_L);
    type(u"half a sentence"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_EQ(QApplication::focusWidget(), list());

    press(Qt::Key_L);

    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(sheet()->findChild<QPlainTextEdit*>()->toPlainText(), u"half a sentence"_s);
    EXPECT_EQ(conversationsWith(ana), 0U);
}

TEST_F(TodayViewTest, SaysWhatIsMissingAndGoesThere)
{
    open();
    host.logConversation({});
    press(Qt::Key_Return, Qt::ControlModifier);

    ASSERT_NE(sheet(), nullptr);
    EXPECT_TRUE(host.said.isEmpty());
    EXPECT_EQ(QApplication::focusWidget()->accessibleName(), u"With whom"_s);
}

TEST_F(TodayViewTest, SnoozesToNextWeekWithAReasonByKeyboard)
{
    const Id ana = files.addPerson("Ana Ruiz");
    const Id reminder = remind(ana, "2026-11-22", "ask about the data lead role");
    open();

    press(Qt::Key_S);
    ASSERT_NE(sheet(), nullptr);
    press(Qt::Key_2);
    press(Qt::Key_Tab);
    type(u"bonus is paid in March"_s);
    press(Qt::Key_Return);

    EXPECT_EQ(sheet(), nullptr);
    const auto put = files.reader().reminder(reminder);
    EXPECT_EQ(isoDate(put->due), "2026-11-30");
    EXPECT_EQ(put->snoozeReason, "bonus is paid in March");
    EXPECT_EQ(page->due().count(), 0);
    EXPECT_EQ(host.said, QStringList{u"Ana Ruiz is put off until Monday 30 November."_s});
}

TEST_F(TodayViewTest, MarksAsDoneAndSelectsTheNextLine)
{
    remind(files.addPerson("Ana Ruiz"), "2026-11-20", "first");
    remind(files.addPerson("Kwame Mensah"), "2026-11-21", "second");
    remind(files.addPerson("Zoë Müller"), "2026-11-22", "third");
    open();

    press(Qt::Key_J);
    press(Qt::Key_D);

    EXPECT_EQ(host.said, QStringList{u"Done with Kwame Mensah."_s});
    ASSERT_EQ(page->due().count(), 2);
    ASSERT_TRUE(list()->currentIndex().isValid());
    press(Qt::Key_K);
    EXPECT_EQ(list()->currentIndex().row(), 0);
}

TEST_F(TodayViewTest, HandsOverToAColleagueFoundByTyping)
{
    const Id tom = files.addPerson("Tom Okafor", Facet::Colleague);
    const Id reminder = remind(files.addPerson("Ana Ruiz"), "2026-11-22", "ask again");
    open();

    press(Qt::Key_H);
    ASSERT_NE(sheet(), nullptr);
    type(u"tom"_s);
    press(Qt::Key_Return);

    EXPECT_EQ(sheet(), nullptr);
    EXPECT_EQ(files.reader().reminder(reminder)->assignee, tom);
}

TEST_F(TodayViewTest, EnterOpensThePerson)
{
    const Id ana = files.addPerson("Ana Ruiz");
    remind(ana, "2026-11-22", "ask again");
    open();
    press(Qt::Key_Return);

    EXPECT_EQ(host.opened, QStringList{u"person "_s + toQString(ana.toString())});
}

TEST_F(TodayViewTest, GivesEveryFieldAndButtonANameForScreenReaders)
{
    const Id ana = files.addPerson("Ana Ruiz");
    remind(ana, "2026-11-22", "ask again");
    remind(ana, "2026-11-24", "notice period ends");
    open();
    EXPECT_EQ(namelessWidgets(window), QStringList{});
    for (const Qt::Key key : {Qt::Key_L, Qt::Key_S, Qt::Key_H}) {
        press(key);
        ASSERT_NE(sheet(), nullptr);
        EXPECT_EQ(namelessWidgets(window), QStringList{});
        press(Qt::Key_Escape);
        ASSERT_EQ(sheet(), nullptr);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST_F(TodayViewTest, KeepsPromisesInSightWhenMuchIsComingUp)
{
    const Id ana = files.addPerson("Ana Ruiz");
    for (int day = 1; day < 15; ++day)
        remind(ana, isoDate(*parseIsoDate("2026-11-22") + std::chrono::days{day}).c_str(), "Ask");
    for (int i = 0; i < 5; ++i) remind(ana, "2026-12-24", "Send the pay bands", ReminderKind::Promise);
    open({1280, 600});
    for (const auto* side : view->findChildren<SideList*>()) {
        if (side->accessibleName() != u"Promised"_s) continue;
        EXPECT_TRUE(side->viewport()->rect().contains(side->visualRect(side->model()->index(2, 0))));
        return;
    }
    FAIL() << "there is no list of promises";
}

TEST_F(TodayViewTest, TeachesWhenThereIsNobodyYet)
{
    open();
    EXPECT_EQ(page->empty(), TodayPage::Empty::NoPeople);
    EXPECT_TRUE(offers(u"Import people"_s));
    EXPECT_TRUE(offers(u"Log a conversation"_s));
    picture(u"today-nobody-light"_s);
}

TEST_F(TodayViewTest, TeachesWhenNothingIsDue)
{
    files.addPerson("Ana Ruiz");
    open();
    EXPECT_EQ(page->empty(), TodayPage::Empty::NothingDue);
    EXPECT_TRUE(offers(u"Log a conversation"_s));
    EXPECT_FALSE(offers(u"Import people"_s));
    picture(u"today-empty-light"_s);
}

// A workspace like the one in the pictures of the aim, with what stretches a layout: long names, other scripts.
class TodayPictures : public TodayViewTest {
protected:
    Id person(const char* name, const char* role, const char* organisation)
    {
        const Id id = files.addPerson(name);
        EXPECT_TRUE(SetCurrentAffiliation(files.services()).run(id, role, organisation, ""));
        return id;
    }

    void furnish()
    {
        const Id ana = person("Ana Ruiz", "Programme manager", "City Council");
        const Id kwame = person("Kwame Mensah", "Staff engineer", "Northlight");
        const Id zoe = person("Zoë Müller", "Head of data", "Sparrow & Co");
        const Id hiroshi = person("Hiroshi Tanaka", "Security architect", "Harbour");
        const Id layla = person("ليلى الحداد", "مهندسة منصات", "Tidal Energy");
        const Id longest = person("Maria-Magdalena Oberhauser von Hohenstein-Wittelsbach de la Torre y Mendoza",
                                  "Principal consultant for organisational transformation and cloud platforms",
                                  "Federal Agency for Digital Infrastructure and Administrative Modernisation");
        for (int week = 1; week < 8; ++week)
            speak(kwame, isoDate(*parseIsoDate("2026-11-20") - std::chrono::days{7 * week}).append("T10:00").c_str(),
                  "Would love to hear how the platform team is set up.");
        speak(ana, "2026-09-29T10:00", "Ready to talk seriously after the bonus round.");
        speak(zoe, "2026-09-21T10:00", "New team of nine, hiring freeze until April.");
        speak(hiroshi, "2026-11-10T10:00", "Thanks, the talk was exactly what I needed.");
        speak(longest, "2025-11-10T10:00",
              "We talked for a long time about the programme, the people in it, and about what would have to happen "
              "before she considers a move to another organisation in the north of the country.");
        remind(kwame, "2026-11-20", "Promised him an introduction to Priya", ReminderKind::Promise);
        remind(
            longest, "2026-11-21",
            "Ask whether the reorganisation of the three departments has been decided, and what becomes of her team");
        remind(ana, "2026-11-22", "Bonus is paid in March: ask again about the data lead role");
        remind(zoe, "2026-11-22", "62 days since you last spoke; ideal is every 6 weeks");
        remind(hiroshi, "2026-11-22", "He wrote back on Tuesday");
        remind(layla, "2026-11-22", "اسألها عن الانتقال إلى ليدز");
        remind(person("Fatima Khan", "Service designer", "Juniper"), "2026-11-24", "notice period ends");
        remind(person("Lars Olsen", "Cloud architect", "Atlas"), "2026-11-24", "back from leave");
        remind(person("Olga Ivanova", "Delivery manager", "Beacon"), "2026-11-26", "contract review");
        remind(person("Ama Boateng", "Data engineer", "Orion"), "2026-11-25", "Introduce her to Tom",
               ReminderKind::Promise);
        remind(person("Li Wei", "Platform engineer", "Lumen"), "2026-12-14", "Answer about relocation",
               ReminderKind::Promise);
    }

    void draw(const QString& mood)
    {
        picture(u"today-"_s + mood);
        press(Qt::Key_L);
        type(u"Ready to talk after the bonus in March. Likes the housing programme."_s);
        conversation.setNextStep(true);
        conversation.setNextReason(u"ask again about the data lead role"_s);
        picture(u"log-"_s + mood);
        press(Qt::Key_Escape);
        host.logConversation({});
        type(u"an"_s);
        picture(u"log-suggestions-"_s + mood);
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        list()->setFocus();
        press(Qt::Key_S);
        picture(u"snooze-"_s + mood);
        press(Qt::Key_Escape);
        files.addPerson("Tom Okafor", Facet::Colleague);
        press(Qt::Key_H);
        picture(u"hand-over-"_s + mood);
        press(Qt::Key_Escape);
    }
};

TEST_F(TodayPictures, AreDrawnInTheLightTheme)
{
    furnish();
    open();
    draw(u"light"_s);
}

TEST_F(TodayPictures, AreDrawnInTheDarkTheme)
{
    theme.setAppearance(Appearance::Dark);
    furnish();
    open();
    draw(u"dark"_s);
}

TEST_F(TodayPictures, AreDrawnOnALargeScreenAndInAManagersView)
{
    furnish();
    ASSERT_TRUE(files.services().writer.setSetting(kViewSetting, kManagerView));
    open({1920, 1080});
    picture(u"today-manager-1920-light"_s);
    EXPECT_EQ(page->due().count(), 3);
}

TEST_F(TodayPictures, AreMirroredForLanguagesFromRightToLeft)
{
    furnish();
    QApplication::setLayoutDirection(Qt::RightToLeft);
    open();
    draw(u"mirrored-light"_s);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(TodayPictures, ScrollThroughFiveHundredLines)
{
    const Id ana = person("Ana Ruiz", "Programme manager", "City Council");
    for (int i = 0; i < 505; ++i) remind(ana, "2026-11-22", "Ask again, number " + std::to_string(i));
    open();
    press(Qt::Key_End);
    EXPECT_EQ(list()->currentIndex().row(), 499);
    picture(u"today-500-light"_s);
}

}  // namespace
}  // namespace kith::ui
