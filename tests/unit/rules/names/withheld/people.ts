import type { NameParts } from '#names/withheld/personSigns.ts'

/** Names of people as their own language writes them, given name and family name: every class that a profile may hold. */
const native = `
Сейран Салієв|Ахтем Чийгоз|Емір-Усеїн Куку|Узеїр Абдуллаєв|Джеміль Гафаров|Мустафа Джемілєв|Вілен Темер’янов|Еміль Зіядінов|Сервер Мустафаєв|Наріман Джелял
Ремзі Бекіров|Ельдар Кантіміров|Руслан Сулейманов|Сулейман Кадиров|Марлен Асанов|Мемет Бєлялов|Тимур Ібрагімов|Ервін Ібрагімов|Решат Аметов|Енвер Крош
Ісмаїл Аметов|Тофік Абдулгазієв|Айдер Джаппаров|Рустем Еміруссеїнов|Асан Яніков|Амет Сулейманов|Сейтумер Сейтумеров|Осман Аріфмеметов|Яшар Шихаметов|Едем Смаїлов
Бекір Дегерменджі|Муслім Алієв|Інвер Бекіров|Рефат Алімов|Арсен Джеппаров|Ленур Ісламов|Ельвіна Сейтаблаєва|Лутфіє Зудієва|Мумине Салієва|Зарема Баталова
Павло Гриб|Надія Савченко|Олег Сенцов|Олександр Кольченко|Максим Буткевич|Володимир Балух|Микола Карпюк|Станіслав Клих|Роман Сущенко|Валентин Вигівський
Владислав Єсипенко|Богдан Зіза|Ірина Данилович|Олексій Бессарабов|Євген Панов|Андрій Захтей|Дмитро Штибліков|Костянтин Давиденко|Юрій Солошенко|Геннадій Афанасьєв
Сергій Литвинов|Вікторія Рощина|Людмила Гусейнова|Наталія Власова|Марина Чупринська|Тетяна Кузьменко|Юлія Паєвська|Ігор Коваленко|Василь Кравець|Тарас Чорновіл
Ольга Зубровка|Петро Сковорода|Леся Гаспринська|Оксана Білозерська|Микита Щербаченко|Григорій Юхименко|Ярослав Жук|Анастасія Глухівська|Вадим Сірук|Михайло Швець
Алексей Навальный|Владимир Кара-Мурза|Илья Яшин|Алексей Горинов|Юрий Дмитриев|Зарема Мусаева|Иван Сафронов|Светлана Петрийчук|Евгения Беркович|Олег Орлов
Лилия Чанышева|Ксения Фадеева|Вадим Останин|Саша Скочиленко|Мария Пономаренко|Игорь Барышников|Михаил Кригер|Дмитрий Глухих|Азат Мифтахов|Юлий Бояршинов
Виктор Филинков|Игорь Шишкин|Всеволод Королёв|Николай Матвеев|Сергей Ефимов|Ольга Смирнова|Анна Баженова|Павел Кушнир|Руслан Ушаков|Степан Щукин
Сяргей Ціханоўскі|Кацярына Андрэева|Алесь Бяляцкі|Марыя Калеснікава|Віктар Бабарыка|Максім Знак|Ігар Лосік|Наста Лойка|Павел Севярынец|Валянцін Стэфановіч
Figen Yüksekdağ|Selahattin Demirtaş|Osman Kavala|Can Atalay|Çiğdem Mater|Mine Özerden|Tayfun Kahraman|Selçuk Kozağaçlı|Ayşe Barım|Gültan Kışanak
Leyla Güven|Aysel Tuğluk|Nedim Türfent|Ahmet Altan|Nazlı Ilıcak|Ebru Timtik|Barkın Timtik|Sebahat Tuncel|Ömer Gergerlioğlu|Mücella Yapıcı
Alaa Mansoor|Abdulhadi Alkhawaja|Ahmed Mansoor|Nabeel Rajab|Loujain Alhathloul|Raif Badawi|Waleed Abulkhair|Salman Alodah|Mohammed Alqahtani|Israa Ghomgham
Maryam Alkhawaja|Hatoon Alfassi|Samar Badawi|Mahienour Elmassry|Bassem Sabry|Patrick Zaki|Ramy Shaath|Zyad Elelaimy|Sanaa Seif|Mohamed Elbaqer
Zhiyong Xu|Xiaobo Liu|Zhan Zhang|Jiaxi Ding|Xueqin Huang|Jianbing Wang|Ilham Tohti|Rahile Dawut|Gulmira Imin|Yalqun Rozi
Weiwei Guo|Feixiong Yang|Zhisheng Gao|Quanzhang Wang|Wensheng Yu|Tianyong Chang|Yiwu Liao|Maoheng Yang|Qiushi Chen|Zehua Li
Nasrin Sotoudeh|Toomaj Salehi|Narges Mohammadi|Reza Khandan|Sepideh Gholian|Bahareh Hedayat|Esmail Bakhshi|Atena Daemi|Mahvash Sabet|Fariba Kamalabadi
Arash Sadeghi|Majid Tavakoli|Hossein Ronaghi|Golrokh Iraee|Zeynab Jalalian|Ahmadreza Djalali|Nahid Taghavi|Keyvan Samimi|Mohammad Rasoulof|Jafar Panahi`

export type Named = { given: string; family: string }

export const people: readonly Named[] = native
  .split(/[|\n]/)
  .filter(Boolean)
  .map((name) => {
    const [given = '', ...family] = name.split(' ')
    return { given, family: family.join(' ') }
  })

export const partsOf = ({ given, family }: Named): NameParts => ({ given: [given], additional: [], family: [family] })
