extension ColumnMeaning {
  /// What the last words of a name mean, in one; the longest that is known counts.
  static let endings: [String: ColumnMeaning] = {
    var endings: [String: ColumnMeaning] = [:]
    for (meaning, names) in names {
      for name in names.split(separator: " ") { endings[String(name)] = meaning }
    }
    return endings
  }()

  private static let names: [(ColumnMeaning, String)] = [
    (.email, "email mail emailaddress mailaddress emails eaddress"),
    (.login, "username login handle nickname nick screenname loginname userlogin account"),
    (.firstName, "firstname givenname forename fname middlename"),
    (.lastName, "lastname surname familyname lname"),
    (.fullName, "fullname displayname realname personname contactname customername authorname"),
    (.fullName, "employeename contact author owner creator"),
    (.company, "company companyname organization organisation employer publisher vendor"),
    (.company, "supplier manufacturer brand"),
    (.phone, "phone phonenumber mobile mobilephone telephone fax tel cell cellphone homephone"),
    (.gender, "gender sex"),
    (.street, "street address streetaddress addressline line streetname addr"),
    (.city, "city town cityname municipality"),
    (.region, "region province county district stateprovince addressstate prefecture territory"),
    (.country, "country countryname nation nationality"),
    (.countryCode, "countrycode countryiso countryregioncode isocode"),
    (.postalCode, "postalcode zip zipcode postcode postal plz"),
    (.timeZone, "timezone tz zoneinfo"),
    (.latitude, "latitude lat"),
    (.longitude, "longitude lng lon long"),
    (.url, "url uri link website homepage href webpage site permalink webaddress"),
    (.imageURL, "imageurl avatar avatarurl photourl pictureurl thumbnailurl imageuri logourl"),
    (.imageURL, "thumbnail photo picture image logo coverurl"),
    (.hostName, "hostname host domain domainname server fqdn"),
    (.ipAddress, "ip ipaddress ipaddr remoteip clientip ipv remoteaddr remoteaddress"),
    (.macAddress, "macaddress mac"),
    (.userAgent, "useragent agent browser"),
    (.mimeType, "mimetype contenttype mediatype mime"),
    (.slug, "slug urlslug"),
    (.name, "name label nm caption"),
    (.title, "title subject headline heading topic subtitle"),
    (.body, "body content text message html markdown"),
    (.sentence, "description summary notes note comment comments excerpt bio biography remark"),
    (.sentence, "remarks abstract about details blurb synopsis overview instructions reason"),
    (.code, "code sku partnumber productnumber itemcode reference ref barcode articlenumber"),
    (.isbn, "isbn"),
    (.version, "version revision release appversion versionnumber"),
    (.fileName, "filename file attachment originalname"),
    (.filePath, "path filepath directory folder dir"),
    (.color, "color colour colorcode hexcolor"),
    (.json, "json jsonb metadata payload properties attributes settings preferences params"),
    (.language, "language lang languagecode langcode"),
    (.locale, "locale culture"),
    (.currency, "currency currencycode"),
    (.uuid, "uuid guid"),
    (.token, "token secret key apikey accesskey password passwd pwd salt nonce passphrase"),
    (.digest, "hash digest checksum sha md passwordhash passwordsalt etag signature fingerprint"),
    (.digest, "passworddigest"),
    (.boolean, "flag active enabled visible public featured verified readonly bool boolean"),
    (.status, "status state statusname workflowstate phase stage"),
    (.kind, "type kind category class genre mode group variant typename"),
    (.priority, "priority severity importance urgency"),
    (.role, "role permission"),
    (.identifier, "id"),
    (.money, "price amount cost total fee salary balance subtotal tax discount budget revenue"),
    (.money, "wage payment cents pricecents amountcents unitprice listprice totalprice freight"),
    (.money, "income deposit creditlimit shipping sum charge bonus debt turnover gnp"),
    (.quantity, "quantity qty count stock unitsinstock unitsonorder reorderlevel views likes"),
    (.quantity, "viewcount capacity inventory units hits visits attempts votes downloads copies"),
    (.quantity, "population points"),
    (.number, "number num no position rank sortorder order sort index idx ordinal sequence seq"),
    (.number, "ordernumber displayorder sortindex weightorder lineno row level depth counter"),
    (.age, "age"),
    (.year, "year releaseyear yearofbirth birthyear modelyear"),
    (.month, "month"), (.day, "dayofmonth weekday dayofweek"), (.hour, "hour hours"),
    (.minute, "minute minutes"),
    (.percentage, "percentage percent pct commissionpct discountpct"),
    (.ratio, "rate ratio factor taxrate vat probability share fraction rentalrate"),
    (.score, "score"), (.rating, "rating stars grade"),
    (.measure, "weight height width size length duration distance depth area volume mass speed"),
    (.measure, "temperature seconds milliseconds bytes filesize radius surfacearea lengthms"),
    (.time, "at on date datetime timestamp time birthday birthdate dob created updated modified"),
    (.time, "createdat updatedat deletedat expires expiry expiration deadline due since until"),
    (.time, "dateofbirth createdon updatedon modifieddate createddate startdate enddate duedate"),
    (
      .time, "orderdate hiredate lastupdate lastlogin lastseen lastmodified creationdate expirydate"
    ),
    (
      .time,
      "modifiedat publishedat ts epoch unixtime julian julianday starttime endtime createtime updatetime born starts ends"
    ),
  ]

  /// Tables whose rows have names as people have.
  static let people: Set<String> = [
    "person", "user", "author", "customer", "employee", "actor", "member", "contact", "artist",
    "student", "teacher", "patient", "doctor", "passenger", "player", "manager", "staff", "owner",
    "reviewer", "editor", "writer", "profile", "admin", "guest", "director", "account",
  ]

  /// Tables whose rows have names as companies have.
  static let companies: Set<String> = [
    "company", "organization", "organisation", "supplier", "publisher", "vendor", "manufacturer",
    "shipper", "brand", "employer", "agency", "tenant", "store", "shop",
  ]

  /// What the first word of a name of several means.
  static let prefixes: [String: ColumnMeaning] = [
    "num": .quantity, "nb": .quantity, "date": .time, "datetime": .time, "time": .time,
    "percent": .percentage, "count": .quantity,
  ]

  static let flagPrefixes: Set<String> = [
    "is", "has", "can", "should", "was", "allow", "allows", "needs", "requires", "use", "uses",
    "show", "hide", "enable", "disable", "wants", "did", "accepts",
  ]

  /// Flags that are set for the few rows that a list leaves out.
  static let negativeFlags: Set<String> = [
    "deleted", "hidden", "archived", "disabled", "banned", "locked", "blocked", "discontinued",
    "cancelled", "canceled", "expired", "removed", "inactive", "spam", "closed", "trashed",
    "suspended", "draft", "hide", "disable", "private", "revoked", "rejected", "retired",
  ]

  private static let participleLikes = "speed feed seed need breed weed bleed creed greed exceed"

  /// Words that end as a participle does.
  static let noParticiples = Set(participleLikes.split(separator: " ").map(String.init))

  /// Words that tell also in front of others: `email_home`.
  static let strongWords: [String: ColumnMeaning] = [
    "email": .email, "mail": .email, "phone": .phone, "url": .url, "uuid": .uuid, "guid": .uuid,
    "address": .street, "price": .money, "amount": .money, "cost": .money, "salary": .money,
    "latitude": .latitude, "longitude": .longitude, "password": .token, "token": .token,
    "json": .json, "country": .country, "city": .city, "description": .sentence, "date": .time,
    "timestamp": .time, "percent": .percentage, "quantity": .quantity, "isbn": .isbn,
    "color": .color, "colour": .color, "width": .measure, "height": .measure, "weight": .measure,
    "length": .measure, "duration": .measure, "name": .name, "title": .title, "image": .imageURL,
  ]
}
