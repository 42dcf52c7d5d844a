// The People page and a person, in a window over some invented people.
#pragma once

#include "view_fixture.h"

#include <kith/models/text.h>
#include <kith/usecases/people.h>
#include <kith/views/people_view.h>
#include <kith/views/person_view.h>
#include <kith/views/row_table.h>

namespace kith::ui {

class PeopleViewTest : public ViewFixture {
protected:
    PeopleViewTest()
    {
        ana = add("Ana Ruiz", "Platform engineer", "City Council", "Leeds", "ana@example.org");
        kwame = add("Kwame Mensah", "Staff engineer", "Northlight", "York", "kwame@example.org");
        olena = add("Олена Ковальчук", "Reliability engineer", "Tidal Energy", "Leeds", "");
        add("محمد الأحمدي", "Engineering manager", "Copper Bank", "Harrogate", "");
        add("田中 宏", "Security architect", "Harbour", "York", "");
        add("Maximiliana-Alexandrina von und zu Hohenstaufen-Wolkenkuckucksheim",
            "Principal engineer for everything that nobody else wants to run",
            "Office for administrative services and other matters", "Kingston upon Hull", "");
        speak(ana, "2026-09-29T10:00:00Z", "Open to the data lead role after the bonus in March.");
        remind(ana, "2026-11-20", "Ask about the data lead role");
    }
    ~PeopleViewTest() override
    {
        for (PageView* view : {static_cast<PageView*>(people.get()), static_cast<PageView*>(person.get())})
            if (view != nullptr) view->setParent(nullptr);
    }

    Id add(const char* name, const char* title, const char* organisation, const char* city, const char* email)
    {
        PersonInput input{.name = name, .city = city, .title = title, .organisation = organisation};
        if (*email != '\0') input.emails = {email};
        return AddPerson(files.services()).run(input).value_or(Id{});
    }

    void openPeople(QSize size = {1280, 800})
    {
        people = std::make_unique<PeopleView>(&theme, list, inspected, host);
        show(*people, size);
        people->show();
        people->activate();
        QTest::qWait(0);
    }
    void openPerson(const Id& id, QSize size = {1280, 800})
    {
        person = std::make_unique<PersonView>(&theme, whole, host);
        show(*person, size);
        person->show();
        person->open(toQString(id.toString()));
        person->activate();
        QTest::qWait(0);
    }

    RowTable* table() { return people->findChild<RowTable*>(); }
    static QString idText(const Id& id) { return toQString(id.toString()); }
    template <class Widget>
    static Widget* named(const QWidget& root, const QString& name)
    {
        for (auto* widget : root.findChildren<Widget*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }

    Id ana, kwame, olena;
    PeoplePage list{worker, files.clock, files.zone};
    PersonPage inspected{worker, files.clock, files.zone, 40};
    PersonPage whole{worker, files.clock, files.zone, 200};
    std::unique_ptr<PeopleView> people;
    std::unique_ptr<PersonView> person;
};

}  // namespace kith::ui
