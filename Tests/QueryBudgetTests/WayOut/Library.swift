import QueryBudget

/// Schemas to find ways out in.
enum Library {
  static func table(
    _ name: String,
    _ columns: String,
    key: [String] = ["id"],
    unique: [[String]] = [],
    isView: Bool = false
  ) -> TableSchema {
    // A column that ends with `!` is NOT NULL.
    let columns = columns.split(separator: ",").map { column in
      TableSchema.Column(
        String(column.replacing("!", with: "")), isNotNull: column.hasSuffix("!"))
    }
    return TableSchema(
      name, columns: columns, primaryKey: isView ? [] : key,
      rowidColumn: key == ["id"] && !isView ? "id" : nil, uniqueKeys: unique, isView: isView)
  }

  static func key(_ text: String) -> ForeignKey {
    let ends = text.split(separator: ">").map { end in
      let parts = end.split(separator: ".")
      return (table: String(parts[0]), columns: parts[1].split(separator: ",").map(String.init))
    }
    return ForeignKey(
      table: ends[0].table, columns: ends[0].columns,
      parentTable: ends[1].table, parentColumns: ends[1].columns)
  }

  /// Articles with one author, tags and comments; every row belongs to a tenant.
  static let articles = DatabaseSchema(
    tables: [
      table("tenant", "id,slug!"),
      table("author", "id,tenantId!,name!,email!", unique: [["email"]]),
      table("article", "id,tenantId!,authorId!,editorId,slug!,title!"),
      table("tag", "id,tenantId!,name!"),
      table("articleTag", "articleId!,tagId!", key: ["articleId", "tagId"]),
      table("comment", "id,articleId!,authorId,body!,stars"),
      table("profile", "id,authorId!,text", unique: [["authorId"]]),
    ],
    foreignKeys: [
      "author.tenantId>tenant.id", "article.tenantId>tenant.id", "article.authorId>author.id",
      "tag.tenantId>tenant.id", "articleTag.articleId>article.id", "articleTag.tagId>tag.id",
      "comment.articleId>article.id", "comment.authorId>author.id", "profile.authorId>author.id",
    ].map(key))

  /// Schemas that people wish they didn't have.
  static let awkward = DatabaseSchema(
    tables: [
      table("person", "id,name"),
      table("passport", "personId,number", key: ["personId"]),
      table("paper", "id,authorId!,editorId"),
      table("friendship", "personId!,friendId!", key: ["personId", "friendId"]),
      table("employee", "id,managerId,name"),
      table("order", "shop,number,group", key: ["shop", "number"]),
      table("order line", "id,shop,number,product id"),
      table("product_types", "id,name"),
      table("product", "id,product_type_id"),
      table("other.book", "id,author_id!"),
      table("other.authors", "id,name"),
      table("book_list", "id,title", isView: true),
      table("setting", "key,value", key: ["key"]),
      table("loose", "id,ownerId,kind"),
      table("empty", ""),
    ],
    foreignKeys: [
      "passport.personId>person.id", "paper.authorId>person.id", "paper.editorId>person.id",
      "friendship.personId>person.id",
      "friendship.friendId>person.id", "employee.managerId>employee.id",
      "order line.shop,number>order.shop,number", "product.product_type_id>product_types.id",
    ].map(key) + [
      ForeignKey(
        table: "other.book", columns: ["author_id"], parentTable: "other.authors",
        parentColumns: ["id"])
    ])

  static let none = DatabaseSchema()
}
