"""One file a method: how golden cases of that method are asked and answered."""
