import { say, type Wording } from './say.ts'

export const eventsWording: Wording = {
  singular: say('Event', 'Подія', 'Событие', 'Olay'),
  plural: say('Events', 'Події', 'События', 'Olaylar'),
  help: say(
    'What happened, when and where. The newest published event that says so decides where somebody is held.',
    'Що, коли й де сталося. Найновіша опублікована подія визначає, де людину утримують.',
    'Что, когда и где произошло. Новейшее опубликованное событие определяет, где человека содержат.',
    'Ne, ne zaman ve nerede oldu? Kişinin nerede tutulduğunu yayımlanmış en yeni olay belirler.',
  ),
  fields: {
    kind: {
      label: say('Kind', 'Вид', 'Вид', 'Tür'),
      help: say(
        'What happened, in one word.',
        'Що сталося, одним словом.',
        'Что произошло, одним словом.',
        'Olan bitenin tek sözcüğü.',
      ),
    },
    certainty: {
      label: say('Certainty', 'Певність', 'Достоверность', 'Kesinlik'),
      help: say(
        'How sure we are that it happened like this.',
        'Наскільки ми певні, що було саме так.',
        'Насколько мы уверены, что было именно так.',
        'Böyle olduğundan ne kadar eminiz?',
      ),
    },
    title: {
      label: say('Title', 'Назва', 'Название', 'Başlık'),
      help: say(
        'A short line: who, what.',
        'Короткий рядок: хто, що.',
        'Короткая строка: кто, что.',
        'Kısa bir satır: kim, ne.',
      ),
    },
    description: {
      label: say('What happened', 'Що сталося', 'Что произошло', 'Ne oldu'),
      help: say(
        'A few sentences that stand on their own.',
        'Кілька речень, зрозумілих і без контексту.',
        'Несколько предложений, понятных и без контекста.',
        'Tek başına anlaşılır birkaç cümle.',
      ),
    },
    earliest: {
      label: say('Earliest day', 'Найраніший день', 'Самый ранний день', 'En erken gün'),
      help: say('Computed from the date.', 'Обчислено з дати.', 'Вычислено из даты.', 'Tarihten hesaplanır.'),
    },
    latest: {
      label: say('Latest day', 'Найпізніший день', 'Самый поздний день', 'En geç gün'),
      help: say('Computed from the date.', 'Обчислено з дати.', 'Вычислено из даты.', 'Tarihten hesaplanır.'),
    },
    precision: {
      label: say('Precision', 'Точність', 'Точность', 'Kesinlik derecesi'),
      help: say('Computed from the date.', 'Обчислено з дати.', 'Вычислено из даты.', 'Tarihten hesaplanır.'),
    },
    localTime: {
      label: say('Local time', 'Місцевий час', 'Местное время', 'Yerel saat'),
      help: say('As it was told: 06:00.', 'Як розповіли: 06:00.', 'Как рассказали: 06:00.', 'Anlatıldığı gibi: 06:00.'),
    },
    timeZone: {
      label: say('Time zone', 'Часовий пояс', 'Часовой пояс', 'Saat dilimi'),
      help: say('Europe/Simferopol', 'Europe/Simferopol', 'Europe/Simferopol', 'Europe/Simferopol'),
    },
    place: {
      label: say('Place', 'Місце', 'Место', 'Yer'),
      help: say('Where it happened.', 'Де це сталося.', 'Где это произошло.', 'Olayın geçtiği yer.'),
    },
    placePrecision: {
      label: say('How exact the place is', 'Точність місця', 'Точность места', 'Yerin kesinliği'),
      help: say(
        '“Withheld” keeps the place out of what is published.',
        '«Приховано» не пускає місце в опубліковане.',
        '«Скрыто» не пускает место в опубликованное.',
        '“Gizli” seçilirse yer yayımlanmaz.',
      ),
    },
    participants: {
      label: say('Who took part', 'Учасники', 'Участники', 'Katılanlar'),
      row: say('Participant', 'Учасник', 'Участник', 'Katılan'),
      help: say(
        'People and organizations, each with a role.',
        'Люди й організації, кожна зі своєю роллю.',
        'Люди и организации, каждая со своей ролью.',
        'Kişiler ve kuruluşlar, her biri rolüyle.',
      ),
    },
    'participants.who': {
      label: say('Who', 'Хто', 'Кто', 'Kim'),
      help: say(
        'A person or an organization.',
        'Людина або організація.',
        'Человек или организация.',
        'Bir kişi ya da kuruluş.',
      ),
    },
    'participants.role': {
      label: say('Role', 'Роль', 'Роль', 'Rol'),
      help: say('In this event.', 'У цій події.', 'В этом событии.', 'Bu olaydaki.'),
    },
    outcome: {
      label: say('What it changed', 'Що це змінило', 'Что это изменило', 'Neyi değiştirdi'),
      help: say(
        'Fill in only what this event decided; the custody of the people concerned follows from it.',
        'Заповніть лише те, що вирішила ця подія; звідси випливає становище людей.',
        'Заполните только то, что решило это событие; отсюда следует положение людей.',
        'Yalnızca bu olayın belirlediğini doldurun; ilgili kişilerin durumu buradan çıkar.',
      ),
    },
    'outcome.custodyStatus': {
      label: say('Custody', 'Становище', 'Положение', 'Tutukluluk durumu'),
      help: say('From this day on.', 'Від цього дня.', 'С этого дня.', 'Bu günden başlayarak.'),
    },
    'outcome.procedure': {
      label: say('Stage of the case', 'Стадія справи', 'Стадия дела', 'Davanın aşaması'),
      help: say('From this day on.', 'Від цього дня.', 'С этого дня.', 'Bu günden başlayarak.'),
    },
    'outcome.place': {
      label: say('Held at', 'Де утримують', 'Где содержат', 'Tutulduğu yer'),
      help: say(
        'The address for letters comes from this place.',
        'Звідси береться адреса для листів.',
        'Отсюда берётся адрес для писем.',
        'Mektup adresi bu yerden gelir.',
      ),
    },
    'outcome.sentence': {
      label: say('Sentence', 'Вирок', 'Приговор', 'Ceza'),
      help: say(
        'What was handed down, not what was asked for.',
        'Що призначено, а не чого вимагали.',
        'Что назначено, а не чего требовали.',
        'İstenen değil, verilen ceza.',
      ),
    },
    'outcome.sentence.years': {
      label: say('Years', 'Роки', 'Годы', 'Yıl'),
      help: say('Whole years.', 'Повні роки.', 'Полные годы.', 'Tam yıl.'),
    },
    'outcome.sentence.months': {
      label: say('Months', 'Місяці', 'Месяцы', 'Ay'),
      help: say(
        'Beside the years, 0 to 11.',
        'Понад роки, від 0 до 11.',
        'Сверх лет, от 0 до 11.',
        'Yıllara ek, 0’dan 11’e.',
      ),
    },
    'outcome.sentence.regime': {
      label: say('Regime', 'Режим', 'Режим', 'Rejim'),
      help: say('As the verdict names it.', 'Як названо у вироку.', 'Как назван в приговоре.', 'Hükümde geçtiği gibi.'),
    },
    'outcome.charges': {
      label: say('On which charges', 'За якими обвинуваченнями', 'По каким обвинениям', 'Hangi suçlamalardan'),
      row: say('Charge', 'Обвинувачення', 'Обвинение', 'Suçlama'),
      help: say(
        'Statute and article only.',
        'Лише закон і стаття.',
        'Только закон и статья.',
        'Yalnızca yasa ve madde.',
      ),
    },
    partOf: {
      label: say('Part of', 'Частина події', 'Часть события', 'Parçası olduğu olay'),
      help: say(
        'A criminal case is an event that others are part of.',
        'Кримінальна справа — подія, частинами якої є інші.',
        'Уголовное дело — событие, частями которого являются другие.',
        'Ceza davası, başka olayların parçası olduğu bir olaydır.',
      ),
    },
    media: {
      label: say('Pictures', 'Знімки', 'Снимки', 'Görseller'),
      help: say('Of this event.', 'Цієї події.', 'Этого события.', 'Bu olaya ait.'),
    },
  },
}
