import { say, type Wording } from './say.ts'

export const placesWording: Wording = {
  singular: say('Place', 'Місце', 'Место', 'Yer'),
  plural: say('Places', 'Місця', 'Места', 'Yerler'),
  help: say(
    'Prisons, courts, towns and countries. To whom a place belongs and who controls it are two facts.',
    'В’язниці, суди, міста й країни. Кому належить місце і хто його контролює — два різні факти.',
    'Тюрьмы, суды, города и страны. Кому принадлежит место и кто его контролирует — два разных факта.',
    'Cezaevleri, mahkemeler, şehirler ve ülkeler. Bir yerin kime ait olduğu ile kimin elinde olduğu iki ayrı olgudur.',
  ),
  fields: {
    name: {
      label: say('Name', 'Назва', 'Название', 'Ad'),
      help: say(
        'The name in this language, not a transliteration where there is one.',
        'Назва цією мовою, а не транслітерація, якщо така назва є.',
        'Название на этом языке, а не транслитерация, если оно есть.',
        'Varsa bu dildeki adı, harf çevirisi değil.',
      ),
    },
    kind: {
      label: say('Kind', 'Вид', 'Вид', 'Tür'),
      help: say('What it is.', 'Що це.', 'Что это.', 'Ne olduğu.'),
    },
    within: {
      label: say('Within', 'У межах', 'В составе', 'İçinde bulunduğu yer'),
      help: say(
        'The next larger place: city, region, country.',
        'Найближче більше місце: місто, область, країна.',
        'Ближайшее большее место: город, область, страна.',
        'Bir üst yer: şehir, bölge, ülke.',
      ),
    },
    coordinates: {
      label: say('Coordinates', 'Координати', 'Координаты', 'Koordinatlar'),
      help: say(
        'Decimal degrees. Empty where exactness could harm.',
        'Десяткові градуси. Порожньо, якщо точність може зашкодити.',
        'Десятичные градусы. Пусто, если точность может навредить.',
        'Ondalık derece. Kesinlik zarar verebilirse boş.',
      ),
    },
    'coordinates.latitude': {
      label: say('Latitude', 'Широта', 'Широта', 'Enlem'),
      help: say('-90 to 90', 'від -90 до 90', 'от -90 до 90', '-90 ile 90 arası'),
    },
    'coordinates.longitude': {
      label: say('Longitude', 'Довгота', 'Долгота', 'Boylam'),
      help: say('-180 to 180', 'від -180 до 180', 'от -180 до 180', '-180 ile 180 arası'),
    },
    postalAddress: {
      label: say('Postal address', 'Поштова адреса', 'Почтовый адрес', 'Posta adresi'),
      help: say(
        'As the post office wants it, in the script it reads.',
        'Як цього вимагає пошта, її письмом.',
        'Как того требует почта, её письменностью.',
        'Postanın istediği biçimde ve okuduğu yazıyla.',
      ),
    },
    'postalAddress.lines': {
      label: say('Lines', 'Рядки', 'Строки', 'Satırlar'),
      help: say(
        'One line each: press Enter after every line.',
        'По одному рядку: після кожного натисніть Enter.',
        'По одной строке: после каждой нажмите Enter.',
        'Her satır ayrı: her birinden sonra Enter’a basın.',
      ),
    },
    'postalAddress.postalCode': {
      label: say('Postal code', 'Поштовий індекс', 'Почтовый индекс', 'Posta kodu'),
      help: say('Digits as printed.', 'Цифри, як надруковано.', 'Цифры, как напечатано.', 'Yazıldığı gibi.'),
    },
    letterRules: {
      label: say('Rules for letters', 'Правила листування', 'Правила переписки', 'Mektup kuralları'),
      help: say(
        'What is let through here.',
        'Що тут пропускають.',
        'Что здесь пропускают.',
        'Burada neyin geçmesine izin veriliyor?',
      ),
    },
    'letterRules.locales': {
      label: say('Languages let through', 'Дозволені мови', 'Разрешённые языки', 'İzin verilen diller'),
      help: say('Language codes: ru.', 'Коди мов: ru.', 'Коды языков: ru.', 'Dil kodları: ru.'),
    },
    'letterRules.note': {
      label: say('Advice', 'Поради', 'Советы', 'Öğütler'),
      help: say(
        'Censorship, forms, parcels.',
        'Цензура, бланки, посилки.',
        'Цензура, бланки, посылки.',
        'Sansür, formlar, koliler.',
      ),
    },
    deJureCountry: {
      label: say('Belongs to', 'Належить', 'Принадлежит', 'Ait olduğu ülke'),
      help: say(
        'Country code under international law: Crimea is UA.',
        'Код країни за міжнародним правом: Крим — UA.',
        'Код страны по международному праву: Крым — UA.',
        'Uluslararası hukuka göre ülke kodu: Kırım UA’dır.',
      ),
    },
    controlledBy: {
      label: say('Controlled by', 'Під контролем', 'Под контролем', 'Denetleyen'),
      help: say(
        'Country code of the power that holds it, where it is another: RU.',
        'Код країни, що утримує місце, якщо вона інша: RU.',
        'Код страны, удерживающей место, если она другая: RU.',
        'Başkasıysa, elinde tutan gücün ülke kodu: RU.',
      ),
    },
  },
}
